@NullMarked
package io.stoa.register.labels;

import org.jspecify.annotations.NullMarked;

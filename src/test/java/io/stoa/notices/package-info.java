@NullMarked
package io.stoa.notices;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.stoa.reasons;

import org.jspecify.annotations.NullMarked;

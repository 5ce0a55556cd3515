@NullMarked
package io.stoa.bins;

import org.jspecify.annotations.NullMarked;

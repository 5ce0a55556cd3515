@NullMarked
package io.stoa.counting;

import org.jspecify.annotations.NullMarked;

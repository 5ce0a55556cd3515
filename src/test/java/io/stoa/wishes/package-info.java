@NullMarked
package io.stoa.wishes;

import org.jspecify.annotations.NullMarked;

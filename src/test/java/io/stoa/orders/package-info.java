@NullMarked
package io.stoa.orders;

import org.jspecify.annotations.NullMarked;

/** Where goods come from is decided as well as trying everything would. */
@NullMarked
package io.stoa.routing;

import org.jspecify.annotations.NullMarked;

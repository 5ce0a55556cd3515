/** Tests of the live stream, over HTTP. */
@NullMarked
package io.stoa.live;

import org.jspecify.annotations.NullMarked;

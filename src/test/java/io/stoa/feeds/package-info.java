@NullMarked
package io.stoa.feeds;

import org.jspecify.annotations.NullMarked;

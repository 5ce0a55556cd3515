/** The shared frame of pages, seen in a real browser. */
@NullMarked
package io.stoa.page;

import org.jspecify.annotations.NullMarked;

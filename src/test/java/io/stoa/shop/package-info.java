/** The web shop's pages, seen in a real browser. */
@NullMarked
package io.stoa.shop;

import org.jspecify.annotations.NullMarked;

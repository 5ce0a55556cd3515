/** Tests of what the shop lays out as found. */
@NullMarked
package io.stoa.shop.search;

import org.jspecify.annotations.NullMarked;

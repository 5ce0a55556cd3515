/** The wish list as a page, for guests by a sealed cookie and for customers at every door. Works without script. */
@NullMarked
package io.stoa.shop.wishes;

import org.jspecify.annotations.NullMarked;

/** How a purchase in the shop is paid beside the card that pays the rest. */
@NullMarked
package io.stoa.shop.paying;

import org.jspecify.annotations.NullMarked;

/** What a customer sends or brings back, announced in the shop. Start at {@link io.stoa.shop.returning.ComingBack}. */
@NullMarked
package io.stoa.shop.returning;

import org.jspecify.annotations.NullMarked;

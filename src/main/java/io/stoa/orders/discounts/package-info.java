/** What is taken off an order, why, and who allowed it: agreed at a till or said by a coupon, kept with the cart and the order. */
@NullMarked
@CheckReturnValue
@NamedInterface("discounts")
package io.stoa.orders.discounts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

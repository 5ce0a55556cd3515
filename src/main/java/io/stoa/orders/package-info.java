/**
 * The cart and the order. {@link io.stoa.orders.Carts} keeps one cart per customer across all doors;
 * {@link io.stoa.orders.Orders} places it once: priced, routed, held and opened for payment in one transaction, many orders
 * at a time. Start at {@code Orders}; the batch itself is {@code Placement}, what follows a payment is {@code Settling}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.orders;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

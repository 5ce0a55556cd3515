/**
 * Coupons: a code that takes something off a purchase, so many times and no more. A use is taken in the transaction that places
 * the order and comes back when nothing becomes of it, so that a budget is neither overspent nor lost. Start at
 * {@link io.stoa.coupons.Coupons}. Events are {@code coupons.saved}, {@code .used} and {@code .given_back}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.coupons;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * Tells customers by mail what becomes of their orders: {@link io.stoa.notices.OrderDoor} is where a letter's link leads. What
 * the log tells ({@code OnOrders}) is made into letters ({@code OrderLetters}) in the transaction of the cursor, so that each
 * is written once. Old news is none: what happened more than two days ago is passed over.
 */
@NullMarked
@CheckReturnValue
package io.stoa.notices;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

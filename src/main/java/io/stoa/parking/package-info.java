/**
 * Baskets put aside at a till and taken up again at any till of the same store, by one of them. Parking holds no stock and
 * says so. Start at {@link io.stoa.parking.Parking}. Events are {@code parking.parked}, {@code .recalled}, {@code .discarded}
 * and {@code .restored}, with {@link io.stoa.parking.ParkedChanged} as payload.
 */
@NullMarked
@CheckReturnValue
package io.stoa.parking;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

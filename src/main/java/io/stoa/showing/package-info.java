/**
 * A cart that its owner shows at a till: by a code that a scanner reads, for a quarter of an hour, to one till only. Who has
 * the cart then is that till, until it is sold, given back, or half an hour has passed: it is sold at one door. Start at
 * {@link io.stoa.showing.Showing}. Events are {@code showing.taken}, {@code .sold} and {@code .given_back}, with
 * {@link io.stoa.showing.ShowingChanged} as payload.
 */
@NullMarked
@CheckReturnValue
package io.stoa.showing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

/**
 * Money that is promised, taken, let go and given back: each payment charged at most once, never refunded beyond what was
 * taken, whatever crashes or answers twice. What is about to be asked of a provider is stored before it is asked, with the
 * key that makes asking again safe; an answer that got lost is asked about, never guessed. Start at
 * {@link io.stoa.payments.Payments}; the rules are repeated as CHECKs in {@code V1__payments.sql}. Orders are known only
 * by their id; events are {@code payments.authorised}, {@code .declined}, {@code .captured}, {@code .released} and
 * {@code .refunded} with {@link io.stoa.payments.PaymentChanged} as payload.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "database"})
package io.stoa.payments;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

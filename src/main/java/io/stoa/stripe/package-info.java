/**
 * Cards on Stripe's own page: no card data ever reaches Stoa. Payments ask as they ask any provider; what they ask is written
 * here before Stripe is asked, under a key that Stripe does once. A lost answer is looked up at Stripe, and news that Stripe
 * sends is never believed but asked about, so that doubled, late and forged news do no harm. Start at {@code StripeGateway};
 * what one payment needs at Stripe is decided in {@code Hold}, the wire is {@code StripeCalls}, the way in of the news
 * {@code StripeNews}. There is none of it without {@code STOA_STRIPE_KEY}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.stripe;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

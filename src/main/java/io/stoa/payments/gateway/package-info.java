/**
 * The way out to a payment provider: what is asked of it, the answers it can give, and the promise that it is never called
 * inside a transaction. A new provider is a bean that implements {@link io.stoa.payments.gateway.Gateway}, like
 * {@code Cash} here and the cards of {@link io.stoa.payments.testprovider}. It knows nothing of payments and orders.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("gateway")
package io.stoa.payments.gateway;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * What things cost: price lists by currency and location group, taxes by category and group, promotions, one rounding rule. Start at
 * {@link io.stoa.pricing.Pricing}; {@code PriceEngine} reckons and knows no database, so that every door gets the same
 * amounts. Prices are answered from memory and renewed through the log.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access"})
package io.stoa.pricing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

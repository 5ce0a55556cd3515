/**
 * What the shop itself takes off, without a code: percentages, amounts, so many for the price of fewer, sets at one price, something
 * off from an amount on. {@link io.stoa.pricing.promotions.Promoting} reckons it for the price engine and knows no clock and no database.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("promotions")
package io.stoa.pricing.promotions;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * Payments that a customer disputes with the bank, as providers tell them: kept as facts, shown with their order. Start at
 * {@link io.stoa.payments.disputes.Disputes}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("disputes")
package io.stoa.payments.disputes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

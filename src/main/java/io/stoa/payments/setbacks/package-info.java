/**
 * Money that did not go where it had gone: a refund that a bank sent back, money that was held and is free again. As providers
 * tell it: kept as facts, shown with their order. Start at {@link io.stoa.payments.setbacks.Setbacks}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("setbacks")
package io.stoa.payments.setbacks;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * What a customer gets instead of what came back: the money kept of a return, in hand beside the basket until it is used or given
 * back. Start at {@link io.stoa.register.exchange.Exchanging}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.register.exchange;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

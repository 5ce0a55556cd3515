/**
 * Orders of the time before Stoa, as another program kept them: recorded once, read beside the others, never changed. They
 * take no stock, ask for no money and go nowhere. Start at {@link io.stoa.orders.past.PastOrder}; recording and reading go
 * through {@link io.stoa.orders.Orders}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("past")
package io.stoa.orders.past;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

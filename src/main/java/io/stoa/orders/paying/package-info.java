/**
 * What an order can be paid with, at once or in parts, and what came of it. Start at {@link io.stoa.orders.paying.Tendered}.
 */
@NullMarked
@CheckReturnValue
@NamedInterface("paying")
package io.stoa.orders.paying;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

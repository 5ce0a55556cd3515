/** Orders as people look at them: one with its lines, or a list. Start at {@link io.stoa.orders.views.OrderView}. */
@NullMarked
@CheckReturnValue
@NamedInterface("views")
package io.stoa.orders.views;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

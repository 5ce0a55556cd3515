/** What orders tell the log: placed, paid, changed, ended. Start at {@link io.stoa.orders.facts.OrderPlaced}. */
@NullMarked
@CheckReturnValue
@NamedInterface("facts")
package io.stoa.orders.facts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

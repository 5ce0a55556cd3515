/**
 * What the house buys: suppliers, what they were asked to deliver where and when, and what of it came. Start at
 * {@link io.stoa.purchasing.Purchasing}. Pieces are counted by inventory alone: what is still to come is in transit there, what
 * came is on hand or damaged, and a purchase order only says what they belong to.
 * {@link io.stoa.purchasing.Reordering} says what runs short. Events are {@code purchasing.drafted},
 * {@code .placed}, {@code .received}, {@code .closed}, {@code .called_off}, {@code .supplier_saved}, {@code .point_set} and
 * {@code .point_removed}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "catalog", "locations", "inventory"})
package io.stoa.purchasing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

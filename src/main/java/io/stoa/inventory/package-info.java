/**
 * How many of what lie where, and for whom. {@link io.stoa.inventory.Inventory} promises each piece once: a hold is checked
 * and taken in one statement, ends at a time unless it is allocated, and leaves as a sale. Owners are opaque: this module
 * knows no orders. Of places it only asks whether they are there and hold stock. Start at {@code Inventory}; all SQL is in {@code StockTable}, {@code HoldTable} and
 * {@code MovementTable}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "database", "http", "access", "locations"})
package io.stoa.inventory;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

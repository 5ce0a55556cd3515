/**
 * Where a retailer is: stores, warehouses, and the web as a place that sells and has no stock. Start at
 * {@link io.stoa.locations.Locations}, which answers from memory and follows the log, so that a location changed in one
 * process is known in all within a second. {@link io.stoa.locations.OpeningHours} knows holidays and time zones.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access"})
package io.stoa.locations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which locations serve a demand, and why. {@link io.stoa.routing.Routing} asks the rules of the plan that the house keeps
 * ({@link io.stoa.routing.RoutingPlans}) one after the other: each drops the places that cannot or shall not, finds the smallest
 * cover of the rest, and lets its ranks decide between covers, of which the first that is not a tie wins. Every decision
 * explains itself in plain words. Nothing is promised here; the guard is in inventory.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "locations", "inventory"})
package io.stoa.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which locations serve a demand, and why. {@link io.stoa.routing.Routing} drops the places that cannot (hard filters),
 * finds the smallest cover of one, two or three places, and lets ranked rules decide between covers: the first rule that is
 * not a tie wins. Every decision explains itself in plain words. Nothing is promised here; the guard is in inventory.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "locations", "inventory"})
package io.stoa.routing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Why something costs what it costs, why so many can be promised, and why by that day: one place for the web shop, the till, the
 * office and programs. It asks the modules that decided and decides nothing itself. Start at {@link io.stoa.reasons.Reasons}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(
        allowedDependencies = {
            "shared", "http", "access", "page", "catalog", "locations", "inventory", "pricing", "pricing :: promotions", "purchasing"
        })
package io.stoa.reasons;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

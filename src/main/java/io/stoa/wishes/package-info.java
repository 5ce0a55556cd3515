/**
 * What somebody would like to have one day: a list of SKUs for each customer, and for each guest's browser until they sign
 * in. A wish promises nothing and holds nothing. Start at {@link io.stoa.wishes.Wishes}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = "shared")
package io.stoa.wishes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

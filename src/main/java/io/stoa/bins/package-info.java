/**
 * Where things are found at a place, so that nobody walks twice. A {@link io.stoa.bins.Bin} is what is written on the shelf; start at
 * {@link io.stoa.bins.Bins}. The event is {@code bins.changed}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "catalog", "locations"})
package io.stoa.bins;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

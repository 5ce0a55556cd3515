/**
 * Counting what lies on the shelves while sales go on. A {@link io.stoa.counting.CountSheet} says what is counted where; start at
 * {@link io.stoa.counting.Counting}. Each number counts as of the moment when it was entered, and posting adds the difference of
 * that moment, so nothing that moved meanwhile is lost or counted twice (decision 28). Events are {@code counting.begun},
 * {@code .reviewed}, {@code .sent_back}, {@code .posted} and {@code .called_off}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "events", "http", "access", "catalog", "locations", "inventory", "pricing"})
package io.stoa.counting;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

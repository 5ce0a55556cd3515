/**
 * The log: every fact of every module, once, in one order. {@link io.stoa.events.EventLog#append} writes an event in the
 * transaction of its fact. A {@link io.stoa.events.Listener} reads through a cursor whose position moves in the
 * transaction of its effect, so that the effect in the database happens once. {@link io.stoa.events.Tail} shows events
 * live to whoever looks. Why a reader never misses a late committer is told in {@code Frontier}.
 */
@NullMarked
@CheckReturnValue
@ApplicationModule(allowedDependencies = {"shared", "database"})
package io.stoa.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

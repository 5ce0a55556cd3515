/**
 * The cash drawer of a till: opened with a counted float, closed with a numbered Z report that nothing changes any more, and
 * in between everything that went in or out, each for one cause, at most once. Sales and refunds come from the log, by the
 * till that their touchpoint names; what comes while no drawer is open at that till goes to the next one there. Start at
 * {@link io.stoa.drawer.Drawers}; which drawer a movement finds is decided under the lock of its till, see
 * {@code V1__drawers.sql}. Events are {@code drawer.opened}, {@code .moved} and {@code .closed}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.drawer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

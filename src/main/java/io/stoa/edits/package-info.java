/**
 * Changes of many articles at once: wished for some articles or for all that a filter finds, prepared in the background as lines
 * with what is before and after, looked at, made, and taken back as a whole, except where somebody changed a thing since. A batch
 * of lines is marked in the transaction that changes the goods, so that each line is done once, whatever stops in between. One article
 * is changed by hand as a change of one, all of it at once or nothing, {@link io.stoa.edits.ByHand}. Start at
 * {@link io.stoa.edits.Edits}; the work is in {@code EditRun}. Events are {@code edits.prepared}, {@code .advanced},
 * {@code .applied} and {@code .undone}; every article and price tells its own change besides.
 */
@NullMarked
@CheckReturnValue
package io.stoa.edits;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

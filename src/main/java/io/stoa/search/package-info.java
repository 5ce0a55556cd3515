/**
 * Finding goods: while one types, with typing errors, by other words for the same thing, and by what they are like. Start
 * at {@link io.stoa.search.Search}, which says how it finds and in which order it answers. All it asks lies in one table
 * of its own with a row for each published product, a projection of the log ({@code Upkeep} keeps it), so that a search
 * with all its counts is one statement.
 */
@NullMarked
@CheckReturnValue
package io.stoa.search;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

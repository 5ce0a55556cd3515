/**
 * Reads the files that others keep their shop in: CSV of any separator and encoding, packed or not, in a folder or a zip,
 * row by row and never whole, and makes named, normalised values of each row as a declared {@link io.stoa.feeds.Mapping}
 * says. Knows no table and no other module; what cannot be read is a {@link io.stoa.feeds.BadRow} with a reason that a
 * shopkeeper understands. Start with {@link io.stoa.feeds.Mapping}, then {@link io.stoa.feeds.Field}.
 */
@NullMarked
@CheckReturnValue
package io.stoa.feeds;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;

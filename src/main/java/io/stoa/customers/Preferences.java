package io.stoa.customers;

import io.stoa.shared.LocationId;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be served.
 *
 * @param language BCP 47, in which they are written to
 * @param store the one they call theirs
 * @param receipts whether those of the till come by mail as well
 */
public record Preferences(String language, @Nullable LocationId store, boolean receipts) {}

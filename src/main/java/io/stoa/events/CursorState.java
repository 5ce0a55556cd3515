package io.stoa.events;

import java.time.Instant;

/** Where a listener stands: how many numbers of the log lie before it, and how many keys it has set aside or parked. */
public record CursorState(String name, long seq, long lag, int aside, int parked, Instant updatedAt) {}

package io.stoa.inventory;

import io.stoa.shared.Touchpoint;
import java.time.Instant;
import java.util.List;

/** All of these demands or none of them, for an opaque owner, until a time. An owner holds once. */
public record HoldRequest(long owner, List<Demand> demands, Instant until, Touchpoint touchpoint) {}

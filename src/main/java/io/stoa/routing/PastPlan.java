package io.stoa.routing;

import java.time.Instant;

/** A plan as it was switched on, by whom and when. */
public record PastPlan(long version, RoutingPlan plan, String actor, Instant at) {}

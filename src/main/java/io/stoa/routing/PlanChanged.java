package io.stoa.routing;

/** Another routing plan was switched on; ask {@link RoutingPlans} for what it is now. */
public record PlanChanged(long version) {

    public static final String TYPE = "routing.plan_changed";
}

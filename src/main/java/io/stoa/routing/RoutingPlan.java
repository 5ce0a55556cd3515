package io.stoa.routing;

import java.util.List;
import java.util.Optional;

/**
 * How the house wants orders to be served that are sent: the first routing that an order falls under holds, and of its rules the
 * first that finds places. Where none does, any place that has the goods is taken, the nearest first: no plan makes an order fail.
 */
public record RoutingPlan(List<OrderRouting> routings) {

    public static final int ROUTINGS_MAX = 10;

    /** As Stoa comes: any place. */
    public static final RoutingPlan NONE = new RoutingPlan(List.of());

    /** @throws IllegalArgumentException when there are too many routings */
    public RoutingPlan {
        routings = List.copyOf(routings);
        if (routings.size() > ROUTINGS_MAX) {
            throw new IllegalArgumentException("A plan has at most " + ROUTINGS_MAX + " routings");
        }
    }

    /** Goods that are collected or carried away come from where the customer is or wants to be, whatever the plan. */
    Optional<OrderRouting> holding(Route route) {
        var order = route.order();
        return order == null || route.leaving() != Route.Leaving.SHIPPED
                ? Optional.empty()
                : routings.stream().filter(routing -> routing.isFor(order)).findFirst();
    }
}

package io.stoa.routing;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.routing.Decision.Routed;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a plan makes of orders, one after the other over the same shelves, each with what those before it left.
 *
 * @param decisions one for each order, in their order
 * @param parcels how many parcels leave each place
 * @param kilometres of all parcels whose way is known, together
 * @param measured how many parcels these are
 * @param waiting how many parcels would have waited for doors to open, because their place was shut when the order came
 */
public record Trial(List<Decision> decisions, Map<LocationId, Integer> parcels, double kilometres, int measured, int waiting) {

    /** Leaves the stock that it is given as it is. */
    public static Trial of(RoutingPlan plan, Collection<Location> places, List<Route> routes, StockView stock) {
        var byId = places.stream().collect(Collectors.toMap(Location::id, place -> place));
        var routing = Routing.among(places, plan);
        var shelves = stock.copy();
        var decisions = new ArrayList<Decision>();
        var parcels = new TreeMap<LocationId, Integer>();
        double kilometres = 0;
        int measured = 0;
        int waiting = 0;
        for (var route : routes) {
            var decision = routing.decide(route, shelves);
            decisions.add(decision);
            for (var part : parts(decision)) {
                parcels.merge(part.location(), 1, Integer::sum);
                var way = way(byId.get(part.location()), route.destination());
                kilometres += way.orElse(0.0);
                measured += way.isPresent() ? 1 : 0;
                waiting += isShut(byId.get(part.location()), route.order()) ? 1 : 0;
            }
            shelves.take(parts(decision));
        }
        return new Trial(List.copyOf(decisions), parcels, kilometres, measured, waiting);
    }

    public static List<Part> parts(Decision decision) {
        return decision instanceof Routed routed ? routed.parts() : List.of();
    }

    private static boolean isShut(@Nullable Location place, Route.@Nullable Order order) {
        return place != null && order != null && !place.isOpen(order.at());
    }

    private static Optional<Double> way(@Nullable Location from, @Nullable Coordinates to) {
        return from == null || from.coordinates() == null || to == null
                ? Optional.empty()
                : Optional.of(from.coordinates().kilometresTo(to));
    }

    /** Orders that come from so many places; 0 for those that nothing is left for. */
    public int ordersFrom(int places) {
        return (int) decisions.stream().filter(decision -> parts(decision).size() == places).count();
    }

    public int sum() {
        return parcels.values().stream().mapToInt(Integer::intValue).sum();
    }
}

package io.stoa.routing;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Decision.Shortage;
import io.stoa.routing.Decision.Unroutable;
import io.stoa.routing.Explanation.Verdict;
import io.stoa.routing.Explanation.Via;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Decides where a demand is served from, from the places and the stock that it is given; changes nothing. Thread-safe. */
@Component
public class Routing {

    private final Supplier<Map<LocationId, Location>> places;
    private final Supplier<RoutingPlan> plan;

    @Autowired
    Routing(Locations locations, RoutingPlans plans) {
        this(locations::byId, () -> plans.plan().value());
    }

    private Routing(Supplier<Map<LocationId, Location>> places, Supplier<RoutingPlan> plan) {
        this.places = places;
        this.plan = plan;
    }

    /** Among these places and no others, by this plan, whatever changes elsewhere: to try out what would be decided. */
    public static Routing among(Collection<Location> places, RoutingPlan plan) {
        var byId = places.stream().collect(Collectors.toUnmodifiableMap(Location::id, place -> place));
        return new Routing(() -> byId, () -> plan);
    }

    /** The smallest cover that the plan likes best, or what is missing. Costs no query. */
    public Decision decide(Route route, StockView stock) {
        var near = placesWithSome(route, stock);
        var routing = plan.get().holding(route);
        var before = new ArrayList<String>();
        for (var rule : routing.map(OrderRouting::rules).orElse(List.of())) {
            var found = new Attempt(route, rule, stock, near).routed();
            if (found.isPresent()) {
                return found.get().by(new Via(routing.get().name(), rule.name(), List.copyOf(before)));
            }
            before.add(rule.name());
        }
        var anywhere = new Attempt(route, RoutingRule.ANY, stock, near);
        var via = routing.map(one -> new Via(one.name(), null, List.copyOf(before))).orElse(null);
        return anywhere.routed().<Decision>map(found -> found.by(via)).orElseGet(anywhere::unroutable);
    }

    /** The same for an order that leaves in two ways, which share no SKU: all of it or none. Each part says how it leaves. */
    public Decision decideBoth(Route sent, Route collected, StockView stock) {
        var home = decide(sent, stock);
        var counter = decide(collected, stock);
        return home instanceof Routed one && counter instanceof Routed other
                ? new Routed(
                        joined(one.leaving(sent.leaving()).parts(), other.leaving(collected.leaving()).parts()),
                        both(Verdict.SENT_AND_COLLECTED, one, other).by(one.explanation().via()))
                : new Unroutable(joined(shortages(home), shortages(counter)), both(Verdict.NOT_ENOUGH, home, counter));
    }

    /** Of what is collected only the store itself: that the customer chose no other says nothing. */
    private static Explanation both(Verdict verdict, Decision home, Decision counter) {
        var store = counter.explanation().considered().stream()
                .filter(place -> place.chosen() || !(place.ground() instanceof Ground.NotChosen))
                .toList();
        return new Explanation(verdict, joined(home.explanation().considered(), store));
    }

    private static List<Shortage> shortages(Decision decision) {
        return decision instanceof Unroutable(var shortages, var explanation) ? shortages : List.of();
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    private List<Location> placesWithSome(Route route, StockView stock) {
        var ids = new HashSet<LocationId>();
        route.lines()
                .forEach(line -> stock.of(line.sku()).forEach((place, pieces) -> {
                    if (pieces > 0) {
                        ids.add(place);
                    }
                }));
        var byId = places.get();
        return ids.stream().sorted().filter(byId::containsKey).map(byId::get).toList();
    }
}

package io.stoa.routing;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Decision.Shortage;
import io.stoa.routing.Decision.Unroutable;
import io.stoa.routing.Explanation.Considered;
import io.stoa.routing.Explanation.Verdict;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    private static final int TOLD_MAX = 5;

    private final Supplier<Map<LocationId, Location>> places;

    @Autowired
    Routing(Locations locations) {
        this(locations::byId);
    }

    private Routing(Supplier<Map<LocationId, Location>> places) {
        this.places = places;
    }

    /** Among these places and no others, whatever changes elsewhere: to try out what would be decided. */
    public static Routing among(Collection<Location> places) {
        var byId = places.stream().collect(Collectors.toUnmodifiableMap(Location::id, place -> place));
        return new Routing(() -> byId);
    }

    /** The smallest cover that the rules like best, or what is missing. Costs no query. */
    public Decision decide(Route route, StockView stock) {
        var candidates = new ArrayList<Candidate>();
        var refused = new ArrayList<Considered>();
        for (var place : placesWithSome(route, stock)) {
            Filter.refuses(place, route)
                    .ifPresentOrElse(
                            ground -> refused.add(new Considered(place.id(), false, ground)),
                            () -> candidates.add(Candidate.of(place, route, stock)));
        }
        var covers = new Covers(route, stock, candidates);
        return covers.smallest()
                .<Decision>map(best -> routed(route, stock, best, covers, candidates, refused))
                .orElseGet(() -> unroutable(route, stock, candidates, refused));
    }

    /** The same for an order that leaves in two ways, which share no SKU: all of it or none. Each part says how it leaves. */
    public Decision decideBoth(Route sent, Route collected, StockView stock) {
        var home = decide(sent, stock);
        var counter = decide(collected, stock);
        return home instanceof Routed one && counter instanceof Routed other
                ? new Routed(
                        joined(one.leaving(sent.leaving()).parts(), other.leaving(collected.leaving()).parts()),
                        both(Verdict.SENT_AND_COLLECTED, one, other))
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

    private Routed routed(
            Route route,
            StockView stock,
            Cover best,
            Covers covers,
            List<Candidate> candidates,
            List<Considered> refused) {
        var parts = best.parts(route, stock);
        var told = new ArrayList<Considered>();
        best.places()
                .forEach(place -> told.add(new Considered(place.id(), true, serves(place, route))));
        rivals(best, covers)
                .forEach(rival -> told.add(new Considered(
                        rival.places().getFirst().id(), false, Rule.why(best, rival))));
        partial(best, candidates, route).forEach(told::add);
        told.addAll(refused.stream().limit(TOLD_MAX).toList());
        return new Routed(parts, new Explanation(verdict(best, route), told));
    }

    private static List<Cover> rivals(Cover best, Covers covers) {
        return best.places().size() > 1
                ? List.of()
                : covers.ofSize(1).stream()
                        .filter(cover -> !cover.equals(best))
                        .sorted(Rule.all())
                        .limit(TOLD_MAX)
                        .toList();
    }

    private static List<Considered> partial(Cover best, List<Candidate> candidates, Route route) {
        return candidates.stream()
                .filter(place -> place.has() < wanted(route) && !best.places().contains(place))
                .limit(TOLD_MAX)
                .map(place -> new Considered(place.id(), false, tooFew(place, route)))
                .toList();
    }

    private Unroutable unroutable(Route route, StockView stock, List<Candidate> candidates, List<Considered> refused) {
        var told = new ArrayList<>(candidates.stream()
                .limit(TOLD_MAX)
                .map(place -> new Considered(place.id(), false, tooFew(place, route)))
                .toList());
        told.addAll(refused.stream().limit(TOLD_MAX).toList());
        return new Unroutable(shortages(route, stock, candidates), new Explanation(Verdict.NOT_ENOUGH, told));
    }

    private static List<Shortage> shortages(Route route, StockView stock, List<Candidate> candidates) {
        Map<io.stoa.shared.Sku, Integer> wanted = new LinkedHashMap<>();
        route.lines().forEach(line -> wanted.merge(line.sku(), line.quantity().units(), Integer::sum));
        return wanted.entrySet().stream()
                .map(want -> new Shortage(
                        want.getKey(),
                        want.getValue(),
                        candidates.stream()
                                .mapToInt(place -> Math.max(0, stock.at(want.getKey(), place.id())))
                                .sum()))
                .filter(shortage -> shortage.available() < shortage.wanted())
                .toList();
    }

    private static Verdict verdict(Cover best, Route route) {
        if (route.leaving() == Route.Leaving.CARRIED) {
            return Verdict.CARRIED_AWAY;
        }
        if (route.at() != null) {
            return Verdict.CUSTOMER_CHOSE;
        }
        return best.places().size() == 1 ? Verdict.ONE_PLACE : Verdict.SEVERAL_PLACES;
    }

    private static Ground serves(Candidate place, Route route) {
        Integer kilometres = place.isDistanceKnown() ? Integer.valueOf((int) Math.round(place.kilometres())) : null;
        return new Ground.Serves(place.has(), wanted(route), kilometres);
    }

    private static Ground tooFew(Candidate place, Route route) {
        return new Ground.TooFew(place.has(), wanted(route));
    }

    private static int wanted(Route route) {
        return route.lines().stream().mapToInt(line -> line.quantity().units()).sum();
    }
}

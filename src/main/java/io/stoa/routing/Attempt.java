package io.stoa.routing;

import io.stoa.locations.Location;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Decision.Shortage;
import io.stoa.routing.Decision.Unroutable;
import io.stoa.routing.Explanation.Considered;
import io.stoa.routing.Explanation.Verdict;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule asked about one route: what it finds, and what it has to say of the places that it looked at. */
final class Attempt {

    private static final int TOLD_MAX = 5;

    private final Route route;
    private final RoutingRule rule;
    private final StockView stock;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<Considered> refused = new ArrayList<>();
    private final Covers covers;

    /** Of these places, each of which has some of the goods. */
    Attempt(Route route, RoutingRule rule, StockView all, List<Location> places) {
        this.route = route;
        this.rule = rule;
        this.stock = all.keeping(rule.keepBack());
        for (var place : places) {
            Filter.refuses(place, route)
                    .or(() -> rule.refuses(place, route))
                    .ifPresentOrElse(
                            ground -> refused.add(new Considered(place.id(), false, ground)),
                            () -> candidates.add(Candidate.of(place, route, stock)));
        }
        this.covers = new Covers(route, stock, candidates);
    }

    Optional<Routed> routed() {
        return covers.smallest(rule.ranking(), rule.placesMax(route)).map(this::routed);
    }

    private Routed routed(Cover best) {
        var told = new ArrayList<Considered>();
        best.places().forEach(place -> told.add(new Considered(place.id(), true, serves(place))));
        rivals(best)
                .forEach(rival -> told.add(new Considered(
                        rival.places().getFirst().id(), false, Rank.why(rule.ranking(), best, rival))));
        partial(best).forEach(told::add);
        told.addAll(refused.stream().limit(TOLD_MAX).toList());
        return new Routed(best.parts(route, stock), new Explanation(verdict(best), told));
    }

    private List<Cover> rivals(Cover best) {
        return best.places().size() > 1
                ? List.of()
                : covers.ofSize(1).stream()
                        .filter(cover -> !cover.equals(best))
                        .sorted(Rank.by(rule.ranking()))
                        .limit(TOLD_MAX)
                        .toList();
    }

    private List<Considered> partial(Cover best) {
        return candidates.stream()
                .filter(place -> place.has() < wanted() && !best.places().contains(place))
                .limit(TOLD_MAX)
                .map(place -> new Considered(place.id(), false, tooFew(place)))
                .toList();
    }

    Unroutable unroutable() {
        var told = new ArrayList<>(candidates.stream()
                .limit(TOLD_MAX)
                .map(place -> new Considered(place.id(), false, tooFew(place)))
                .toList());
        told.addAll(refused.stream().limit(TOLD_MAX).toList());
        return new Unroutable(shortages(), new Explanation(Verdict.NOT_ENOUGH, told));
    }

    private List<Shortage> shortages() {
        Map<Sku, Integer> wanted = new LinkedHashMap<>();
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

    private Verdict verdict(Cover best) {
        if (route.leaving() == Route.Leaving.CARRIED) {
            return Verdict.CARRIED_AWAY;
        }
        if (route.at() != null) {
            return Verdict.CUSTOMER_CHOSE;
        }
        return best.places().size() == 1 ? Verdict.ONE_PLACE : Verdict.SEVERAL_PLACES;
    }

    private Ground serves(Candidate place) {
        Integer kilometres = place.isDistanceKnown() ? Integer.valueOf((int) Math.round(place.kilometres())) : null;
        return new Ground.Serves(place.has(), wanted(), kilometres);
    }

    private Ground tooFew(Candidate place) {
        return rule.keepBack() == 0
                ? new Ground.TooFew(place.has(), wanted())
                : new Ground.KeptBack(place.has(), wanted(), rule.keepBack());
    }

    private int wanted() {
        return route.lines().stream().mapToInt(line -> line.quantity().units()).sum();
    }
}

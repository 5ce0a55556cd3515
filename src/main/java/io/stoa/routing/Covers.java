package io.stoa.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the smallest cover: one place, then two, then three, each exactly among the {@value #PLACES_MAX} best places; beyond
 * that greedily, the place that adds most first. With fewer places comes fewer parcels, which no other rule outweighs.
 */
final class Covers {

    /** Bounds the search: 40 places have 9,880 triples. */
    static final int PLACES_MAX = 40;

    private static final int GREEDY_MAX = 12;

    private final Route route;
    private final StockView stock;
    private final List<Candidate> places;

    Covers(Route route, StockView stock, List<Candidate> places) {
        this.route = route;
        this.stock = stock;
        this.places = places;
    }

    /** The best cover by the rules among the smallest ones. */
    Optional<Cover> smallest() {
        for (int size = 1; size <= 3; size++) {
            var covers = ofSize(size);
            if (!covers.isEmpty()) {
                return covers.stream().min(Rule.all());
            }
        }
        return greedy();
    }

    List<Cover> ofSize(int size) {
        var covers = new ArrayList<Cover>();
        var pool = size == 1 ? places : best();
        choose(pool, 0, size, new ArrayList<>(), covers);
        return covers;
    }

    private void choose(List<Candidate> pool, int from, int size, List<Candidate> chosen, List<Cover> covers) {
        if (chosen.size() == size) {
            if (Cover.isComplete(chosen, route, stock)) {
                covers.add(new Cover(largestFirst(chosen)));
            }
            return;
        }
        for (int i = from; i < pool.size(); i++) {
            chosen.add(pool.get(i));
            choose(pool, i + 1, size, chosen, covers);
            chosen.removeLast();
        }
    }

    private Optional<Cover> greedy() {
        var chosen = new ArrayList<Candidate>();
        for (var place : largestFirst(places)) {
            chosen.add(place);
            if (Cover.isComplete(chosen, route, stock)) {
                return Optional.of(new Cover(List.copyOf(chosen)));
            }
            if (chosen.size() == GREEDY_MAX) {
                break;
            }
        }
        return Optional.empty();
    }

    private List<Candidate> best() {
        return places.stream()
                .sorted(Comparator.comparingDouble(Candidate::kilometres)
                        .thenComparing(Comparator.comparingInt(Candidate::has).reversed())
                        .thenComparing(place -> place.id().value()))
                .limit(PLACES_MAX)
                .toList();
    }

    private static List<Candidate> largestFirst(List<Candidate> places) {
        return places.stream()
                .sorted(Comparator.comparingInt(Candidate::has)
                        .reversed()
                        .thenComparingDouble(Candidate::kilometres)
                        .thenComparing(place -> place.id().value()))
                .toList();
    }
}

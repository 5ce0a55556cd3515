package io.stoa.routing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the smallest cover: one place, then two, then three, each exactly among the {@value #PLACES_MAX} best places; beyond
 * that greedily, the place that adds most first. With fewer places comes fewer parcels, which no rank outweighs.
 */
final class Covers {

    /** Bounds the search: 40 places have 9,880 triples. */
    static final int PLACES_MAX = 40;

    private static final int EXACT_MAX = 3;

    private static final Comparator<Candidate> NEAREST =
            Comparator.comparingDouble(Candidate::kilometres).thenComparing(place -> place.id().value());

    private final Route route;
    private final StockView stock;
    private final List<Candidate> places;

    Covers(Route route, StockView stock, List<Candidate> places) {
        this.route = route;
        this.stock = stock;
        this.places = places;
    }

    /** The best by the ranking among the smallest covers of at most so many places. */
    Optional<Cover> smallest(List<Rank> ranking, int placesMax) {
        for (int size = 1; size <= Math.min(EXACT_MAX, placesMax); size++) {
            var covers = ofSize(size);
            if (!covers.isEmpty()) {
                return covers.stream().min(Rank.by(ranking));
            }
        }
        return placesMax <= EXACT_MAX ? Optional.empty() : greedy().filter(cover -> cover.places().size() <= placesMax);
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

    /** The place that adds most to what is still missing, the nearest of those, and so on until nothing is. */
    private Optional<Cover> greedy() {
        var missing = route.lines().stream().mapToInt(line -> line.quantity().units()).toArray();
        var left = new ArrayList<>(places.stream().sorted(NEAREST).toList());
        var chosen = new ArrayList<Candidate>();
        while (IntStream.of(missing).sum() > 0) {
            var most = left.stream().max(Comparator.comparingInt(place -> sum(gives(place, missing)))).orElse(null);
            if (most == null || sum(gives(most, missing)) == 0) {
                return Optional.empty();
            }
            var given = gives(most, missing);
            Arrays.setAll(missing, line -> missing[line] - given[line]);
            chosen.add(most);
            left.remove(most);
        }
        return Optional.of(new Cover(List.copyOf(chosen)));
    }

    /** Of each line so many pieces as it has and are still missing. */
    private int[] gives(Candidate place, int[] missing) {
        return IntStream.range(0, missing.length)
                .map(line -> Math.min(missing[line], Math.max(0, stock.at(route.lines().get(line).sku(), place.id()))))
                .toArray();
    }

    private static int sum(int[] numbers) {
        return IntStream.of(numbers).sum();
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

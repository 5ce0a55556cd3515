package io.stoa.routing;

import io.stoa.locations.Location;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What makes one set of places better than another. Ranks are asked in the order that a rule puts them in, and the first that is
 * not a tie wins: no weights, so that the effect of each can be told.
 */
public enum Rank {
    NEAREST(Comparator.comparingDouble(Rank::kilometres)) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return kilometres(worse) == Candidate.UNKNOWN
                    ? new Ground.DistanceUnknown()
                    : new Ground.Farther((int) Math.round(kilometres(worse) - kilometres(better)));
        }
    },
    MOST_LEFT(Comparator.comparingLong(Rank::left).reversed()) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.FewerLeft(left(worse), left(better));
        }
    },
    WAREHOUSES_FIRST(Comparator.comparingLong(cover -> cover.number(Location.Kind.STORE))) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.LaterByKind(Location.Kind.WAREHOUSE);
        }
    },
    STORES_FIRST(Comparator.comparingLong(cover -> cover.number(Location.Kind.WAREHOUSE))) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.LaterByKind(Location.Kind.STORE);
        }
    },
    BY_NAME(Comparator.comparing(Rank::names)) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.LaterByName();
        }
    };

    /** Where nobody says otherwise. */
    static final List<Rank> USUAL = List.of(NEAREST, MOST_LEFT);

    @SuppressWarnings("ImmutableEnumChecker") // Comparators without state.
    final Comparator<Cover> comparator;

    Rank(Comparator<Cover> comparator) {
        this.comparator = comparator;
    }

    /** What the worse one is passed over for. */
    abstract Ground ground(Cover better, Cover worse);

    /** Those in their order, and the name where all of them are ties. */
    static Comparator<Cover> by(List<Rank> ranking) {
        return Stream.concat(ranking.stream(), Stream.of(BY_NAME))
                .map(rank -> rank.comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** The first rank in which the two differ. */
    static Ground why(List<Rank> ranking, Cover better, Cover worse) {
        return ranking.stream()
                .filter(rank -> rank.comparator.compare(better, worse) < 0)
                .findFirst()
                .orElse(BY_NAME)
                .ground(better, worse);
    }

    private static double kilometres(Cover cover) {
        return cover.places().stream().mapToDouble(Candidate::kilometres).max().orElse(Candidate.UNKNOWN);
    }

    private static long left(Cover cover) {
        return cover.places().stream().mapToLong(Candidate::left).sum();
    }

    private static String names(Cover cover) {
        return cover.places().stream()
                .map(place -> place.id().value())
                .sorted()
                .toList()
                .toString();
    }
}

package io.stoa.routing;

import java.util.Comparator;
import java.util.List;

/**
 * What makes one cover better than another. Rules are asked in the order of the list, and the first that is not a tie
 * wins: no weights, so that the effect of each can be told.
 */
enum Rule {
    NEAREST(Comparator.comparingDouble(Rule::kilometres)) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return kilometres(worse) == Candidate.UNKNOWN
                    ? new Ground.DistanceUnknown()
                    : new Ground.Farther((int) Math.round(kilometres(worse) - kilometres(better)));
        }
    },
    MOST_LEFT(Comparator.comparingLong(Rule::left).reversed()) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.FewerLeft(left(worse), left(better));
        }
    },
    BY_NAME(Comparator.comparing(Rule::names)) {
        @Override
        Ground ground(Cover better, Cover worse) {
            return new Ground.LaterByName();
        }
    };

    static final List<Rule> ORDER = List.of(NEAREST, MOST_LEFT, BY_NAME);

    @SuppressWarnings("ImmutableEnumChecker") // Comparators without state.
    final Comparator<Cover> comparator;

    Rule(Comparator<Cover> comparator) {
        this.comparator = comparator;
    }

    /** What the worse one is passed over for. */
    abstract Ground ground(Cover better, Cover worse);

    static Comparator<Cover> all() {
        return ORDER.stream()
                .map(rule -> rule.comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** The first rule in which the two differ. */
    static Ground why(Cover better, Cover worse) {
        return ORDER.stream()
                .filter(rule -> rule.comparator.compare(better, worse) < 0)
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

package io.stoa.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What makes one cover better than another. Rules are asked in the order of the list, and the first that is not a tie
 * wins: no weights, so that the effect of each can be told.
 */
enum Rule {
    NEAREST(Comparator.comparingDouble(Rule::kilometres)) {
        @Override
        String says(Cover better, Cover worse) {
            if (kilometres(worse) == Candidate.UNKNOWN) {
                return "nearest known";
            }
            return String.format(Locale.ROOT, "%.0f km nearer", kilometres(worse) - kilometres(better));
        }
    },
    MOST_LEFT(Comparator.comparingLong(Rule::left).reversed()) {
        @Override
        String says(Cover better, Cover worse) {
            return "more is left there (%d against %d)".formatted(left(better), left(worse));
        }
    },
    BY_NAME(Comparator.comparing(Rule::names)) {
        @Override
        String says(Cover better, Cover worse) {
            return "equal in everything, so the first by name";
        }
    };

    static final List<Rule> ORDER = List.of(NEAREST, MOST_LEFT, BY_NAME);

    @SuppressWarnings("ImmutableEnumChecker") // Comparators without state.
    final Comparator<Cover> comparator;

    Rule(Comparator<Cover> comparator) {
        this.comparator = comparator;
    }

    abstract String says(Cover better, Cover worse);

    static Comparator<Cover> all() {
        return ORDER.stream()
                .map(rule -> rule.comparator)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** The first rule in which the two differ. */
    static String why(Cover better, Cover worse) {
        return ORDER.stream()
                .filter(rule -> rule.comparator.compare(better, worse) < 0)
                .findFirst()
                .orElse(BY_NAME)
                .says(better, worse);
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

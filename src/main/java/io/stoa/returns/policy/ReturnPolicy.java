package io.stoa.returns.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * For how long goods may come back, in whole days after the customer got them, the day of that not counted.
 *
 * @param days of everything that no rule is about, 0 to 3650; 0 means that it does not come back
 * @param faultyDays of what is faulty, not as described or another article, whatever its shelf, 0 to 3650
 * @param travelDays how many days a parcel is given to arrive after it has left, 0 to 60
 * @param rules at most 100, each about a shelf of its own
 */
public record ReturnPolicy(int days, int faultyDays, int travelDays, List<Rule> rules) {

    public static final int DAYS_MAX = 3650;
    public static final int TRAVEL_MAX = 60;
    private static final int RULES_MAX = 100;

    /** What Stoa comes with: thirty days, two years for what is faulty, five days for a parcel to arrive. */
    public static final ReturnPolicy OWN = new ReturnPolicy(30, 730, 5, List.of());

    /** How long what stands on this shelf, by slug, or below it may come back; 0 means never. */
    public record Rule(String shelf, int days) {
        public Rule {
            check(!shelf.isBlank(), "A rule names a shelf");
            check(isDays(days, DAYS_MAX), "Days are 0 to " + DAYS_MAX);
        }
    }

    public ReturnPolicy {
        rules = List.copyOf(rules);
        check(isDays(days, DAYS_MAX) && isDays(faultyDays, DAYS_MAX), "Days are 0 to " + DAYS_MAX);
        check(isDays(travelDays, TRAVEL_MAX), "A parcel is given 0 to " + TRAVEL_MAX + " days");
        check(rules.size() <= RULES_MAX, "At most " + RULES_MAX + " rules");
        check(rules.stream().map(Rule::shelf).distinct().count() == rules.size(), "A shelf has one rule");
    }

    /**
     * The days of an article by its shelves: those of the rule about the nearest one. A shelf's slug is made of its whole path,
     * so that the longest is the nearest.
     */
    int days(Set<String> shelves) {
        return rules.stream()
                .filter(rule -> shelves.contains(rule.shelf()))
                .max(Comparator.comparingInt(rule -> rule.shelf().length()))
                .map(Rule::days)
                .orElse(days);
    }

    private static boolean isDays(int days, int most) {
        return days >= 0 && days <= most;
    }

    private static void check(boolean fine, String message) {
        if (!fine) {
            throw new IllegalArgumentException(message);
        }
    }
}

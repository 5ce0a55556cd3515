package io.stoa.routing;

import io.stoa.shared.Channel;
import java.util.List;
import java.util.Set;

/**
 * For which orders which rules hold. The rules are asked in their order, and the first that finds places is followed.
 *
 * @param doors only orders that came through these; empty for all
 * @param countries only orders that go there, by their ISO codes; empty for all
 */
public record OrderRouting(String name, Set<Channel> doors, Set<String> countries, List<RoutingRule> rules) {

    public static final int RULES_MAX = 10;

    /** @throws IllegalArgumentException when the name is missing, a country is none, or there are too many rules */
    public OrderRouting {
        name = name(name);
        doors = Set.copyOf(doors);
        countries = Set.copyOf(countries);
        rules = List.copyOf(rules);
        if (rules.size() > RULES_MAX || countries.stream().anyMatch(country -> !country.matches("[A-Z]{2}"))) {
            throw new IllegalArgumentException("A routing has at most " + RULES_MAX + " rules, a country two capital letters");
        }
    }

    static String name(String name) {
        var plain = name.strip();
        if (plain.isEmpty() || plain.length() > RoutingRule.NAME_MAX) {
            throw new IllegalArgumentException("A name has 1 to " + RoutingRule.NAME_MAX + " characters");
        }
        return plain;
    }

    boolean isFor(Route.Order order) {
        return (doors.isEmpty() || doors.contains(order.door()))
                && (countries.isEmpty() || countries.contains(order.country()));
    }
}

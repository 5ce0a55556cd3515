package io.stoa.office.routing;

import io.stoa.routing.OrderRouting;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingRule;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A plan as it was typed. A field is named by the place of its routing and rule, both from 0: {@code 0.name}, {@code 0.2.kilometres}.
 * Until it is switched on the plan is nowhere but in this form, which is sent to and fro.
 */
public final class PlanForm {

    private static final Pattern FIELD = Pattern.compile("([0-9]{1,2})\\.(?:([0-9]{1,2})\\.)?([a-zA-Z]+)");
    private static final Map<String, List<String>> FRESH_RULE = Map.of("first", List.of("NEAREST"), "second", List.of("MOST_LEFT"));

    private static final List<String> LIMITS = List.of("keepBack", "splitFrom", "leftOut", "groups", "opensWithin");

    private final List<Typed> routings;

    /** What was typed about a routing, which has rules, or about a rule, which has none. */
    public record Typed(Map<String, List<String>> fields, List<Typed> rules) {

        /** Never null, for templates. */
        public String text(String field) {
            return fields.getOrDefault(field, List.of()).stream().findFirst().orElse("").strip();
        }

        /** Whether it says more than which places in which order. */
        public boolean isLimited() {
            return LIMITS.stream().anyMatch(field -> !text(field).isEmpty());
        }

        public boolean has(String field, String value) {
            return fields.getOrDefault(field, List.of()).contains(value);
        }
    }

    private PlanForm(List<Typed> routings) {
        this.routings = routings;
    }

    static PlanForm typed(MultiValueMap<String, String> all) {
        var routings = new TreeMap<Integer, Map<String, List<String>>>();
        var rules = new TreeMap<Integer, Map<Integer, Map<String, List<String>>>>();
        all.forEach((name, values) -> {
            var field = FIELD.matcher(name);
            if (field.matches()) {
                int routing = Integer.parseInt(field.group(1));
                var of = routings.computeIfAbsent(routing, any -> new TreeMap<>());
                var rule = field.group(2) == null
                        ? of
                        : rules.computeIfAbsent(routing, any -> new TreeMap<>())
                                .computeIfAbsent(Integer.valueOf(field.group(2)), any -> new TreeMap<>());
                rule.put(field.group(3), values.stream().filter(Objects::nonNull).toList());
            }
        });
        return new PlanForm(routings.entrySet().stream()
                .limit(RoutingPlan.ROUTINGS_MAX)
                .map(routing -> new Typed(routing.getValue(), rules(rules.getOrDefault(routing.getKey(), Map.of()))))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static List<Typed> rules(Map<Integer, Map<String, List<String>>> rules) {
        return rules.values().stream()
                .limit(OrderRouting.RULES_MAX)
                .map(fields -> new Typed(fields, List.of()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    static PlanForm of(RoutingPlan plan) {
        return new PlanForm(plan.routings().stream()
                .map(routing -> new Typed(
                        Map.of(
                                "name", List.of(routing.name()),
                                "doors", routing.doors().stream().map(Channel::name).toList(),
                                "countries", List.of(sorted(routing.countries()))),
                        routing.rules().stream().map(PlanForm::of).collect(Collectors.toCollection(ArrayList::new))))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static Typed of(RoutingRule rule) {
        var fields = new TreeMap<String, List<String>>();
        fields.put("name", List.of(rule.name()));
        fields.put("kind", List.of(rule.kind() == null ? "" : rule.kind().name()));
        fields.put("groups", List.copyOf(rule.groups()));
        fields.put("kilometres", List.of(number(rule.kilometres())));
        fields.put("keepBack", List.of(rule.keepBack() == 0 ? "" : number(rule.keepBack())));
        fields.put("leftOut", List.of(sorted(rule.leftOut().stream().map(LocationId::value).toList())));
        fields.put("first", List.of(rank(rule, 0)));
        fields.put("second", List.of(rank(rule, 1)));
        fields.put("parcels", List.of(rule.parcels() == RoutingRule.PARCELS_MAX ? "" : number(rule.parcels())));
        fields.put("splitFrom", List.of(rule.splitFrom() == null ? "" : rule.splitFrom().decimal().toPlainString()));
        fields.put("opensWithin", List.of(number(rule.opensWithin())));
        return new Typed(fields, List.of());
    }

    private static String rank(RoutingRule rule, int place) {
        return place < rule.ranking().size() ? rule.ranking().get(place).name() : "";
    }

    private static String number(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static String sorted(Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }

    public List<Typed> routings() {
        return Collections.unmodifiableList(routings);
    }

    // --- What its buttons do: add, rule:0, up:0, up:0.1, down:0, drop:0.2

    /** Does it; whether there is such a button. */
    boolean press(String button, String routingName, String ruleName) {
        var word = button.split(":", 2);
        var place = word.length < 2 ? new String[0] : word[1].split("\\.", 2);
        if (button.equals("add") && routings.size() < RoutingPlan.ROUTINGS_MAX) {
            routings.add(new Typed(Map.of("name", List.of(routingName)), new ArrayList<>(List.of(fresh(ruleName)))));
            return true;
        }
        var list = place.length == 2 ? at(routings, place[0]).map(Typed::rules).orElse(List.of()) : routings;
        return switch (word[0]) {
            case "rule" -> at(routings, place.length == 0 ? "" : place[0])
                    .filter(routing -> routing.rules().size() < OrderRouting.RULES_MAX)
                    .map(routing -> routing.rules().add(fresh(ruleName)))
                    .orElse(false);
            case "up", "down", "drop" -> place.length > 0 && move(list, place[place.length - 1], word[0]);
            default -> false;
        };
    }

    private static Typed fresh(String name) {
        var fields = new TreeMap<>(FRESH_RULE);
        fields.put("name", List.of(name));
        return new Typed(fields, List.of());
    }

    private static Optional<Typed> at(List<Typed> list, String place) {
        return place.matches("[0-9]{1,2}") && Integer.parseInt(place) < list.size()
                ? Optional.of(list.get(Integer.parseInt(place)))
                : Optional.empty();
    }

    private static boolean move(List<Typed> list, String place, String way) {
        if (at(list, place).isEmpty()) {
            return false;
        }
        int from = Integer.parseInt(place);
        if (way.equals("drop")) {
            list.remove(from);
        } else {
            int to = way.equals("up") ? from - 1 : from + 1;
            if (to < 0 || to >= list.size()) {
                return false;
            }
            Collections.swap(list, from, to);
        }
        return true;
    }
}

package io.stoa.office.routing;

import io.stoa.locations.Location;
import io.stoa.page.Texts;
import io.stoa.routing.OrderRouting;
import io.stoa.routing.Rank;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingRule;
import io.stoa.shared.Amounts;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a plan from its form. What is wrong stands in {@link #errors}, by the name of its field. */
final class PlanReader {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final Map<LocationId, Location> places;
    private final Currency currency;
    private final Texts texts;
    private final Map<String, String> errors = new LinkedHashMap<>();

    PlanReader(Map<LocationId, Location> places, Currency currency, Texts texts) {
        this.places = places;
        this.currency = currency;
        this.texts = texts;
    }

    /** The plan that is meant, or nothing when something is wrong. */
    Optional<RoutingPlan> read(PlanForm form) {
        var routings = new ArrayList<OrderRouting>();
        for (int i = 0; i < form.routings().size(); i++) {
            routings.add(routing(form.routings().get(i), i + "."));
        }
        return errors.isEmpty() ? Optional.of(new RoutingPlan(routings)) : Optional.empty();
    }

    Map<String, String> errors() {
        return errors;
    }

    private OrderRouting routing(PlanForm.Typed typed, String at) {
        var rules = new ArrayList<RoutingRule>();
        for (int i = 0; i < typed.rules().size(); i++) {
            rules.add(rule(typed.rules().get(i), at + i + "."));
        }
        var doors = Arrays.stream(Channel.values()).filter(door -> typed.has("doors", door.name())).collect(Collectors.toSet());
        var countries = codes(typed.text("countries").toUpperCase(Locale.ROOT));
        if (!COUNTRIES.containsAll(countries)) {
            wrong(at + "countries");
        }
        return new OrderRouting(name(typed, at), doors, errors.containsKey(at + "countries") ? Set.of() : countries, rules);
    }

    private RoutingRule rule(PlanForm.Typed typed, String at) {
        var groups = places.values().stream().map(Location::group).filter(group -> typed.has("groups", group)).collect(Collectors.toSet());
        var ranking = Stream.of("first", "second")
                .flatMap(field -> one(Rank.values(), typed.text(field)).stream())
                .distinct()
                .toList();
        return new RoutingRule(
                name(typed, at),
                one(Location.Kind.values(), typed.text("kind")).filter(kind -> kind != Location.Kind.WEB).orElse(null),
                groups,
                number(typed, at, "kilometres", 1, RoutingRule.KILOMETRES_MAX),
                orElse(number(typed, at, "keepBack", 0, RoutingRule.KEEP_BACK_MAX), 0),
                leftOut(typed, at),
                ranking,
                orElse(number(typed, at, "parcels", 1, RoutingRule.PARCELS_MAX), RoutingRule.PARCELS_MAX),
                worth(typed, at),
                number(typed, at, "opensWithin", 0, RoutingRule.OPENS_WITHIN_MAX));
    }

    private String name(PlanForm.Typed typed, String at) {
        var name = typed.text("name");
        if (name.isEmpty() || name.length() > RoutingRule.NAME_MAX) {
            wrong(at + "name");
            return "-";
        }
        return name;
    }

    private @Nullable Integer number(PlanForm.Typed typed, String at, String field, int least, int most) {
        var text = typed.text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            errors.put(at + field, texts.get("routing.wrong.number", least, most));
            return null;
        }
        return Integer.valueOf(text);
    }

    private static int orElse(@Nullable Integer number, int other) {
        return number == null ? other : number;
    }

    private Set<LocationId> leftOut(PlanForm.Typed typed, String at) {
        var codes = codes(typed.text("leftOut").toLowerCase(Locale.ROOT));
        var known = places.keySet().stream().collect(Collectors.toMap(LocationId::value, Function.identity()));
        var unknown = codes.stream().filter(code -> !known.containsKey(code)).sorted().toList();
        if (!unknown.isEmpty()) {
            errors.put(at + "leftOut", texts.get("routing.wrong.leftOut", String.join(", ", unknown)));
        }
        return codes.stream().filter(known::containsKey).map(known::get).collect(Collectors.toSet());
    }

    private @Nullable Money worth(PlanForm.Typed typed, String at) {
        var text = typed.text("splitFrom");
        var read = text.isEmpty() ? Optional.<Money>empty() : Amounts.read(text, currency);
        if (!text.isEmpty() && read.isEmpty()) {
            wrong(at + "splitFrom");
        }
        return read.filter(money -> !money.isZero()).orElse(null);
    }

    private static Set<String> codes(String text) {
        return Arrays.stream(text.split("[\\s,;]+")).filter(code -> !code.isEmpty()).collect(Collectors.toSet());
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String name) {
        return List.of(all).stream().filter(value -> value.name().equals(name)).findFirst();
    }

    private void wrong(String field) {
        errors.put(field, texts.get("routing.wrong." + field.substring(field.lastIndexOf('.') + 1)));
    }
}

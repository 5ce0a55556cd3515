package io.stoa.office.routing;

import io.stoa.locations.Location;
import io.stoa.page.Choice;
import io.stoa.page.Texts;
import io.stoa.routing.Rank;
import io.stoa.routing.RoutingRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of the routing plan shows beside its form: the groups and doors to choose from, the plans of before, and what
 * the orders of the past would have become.
 */
public record PlanShown(List<Choice> doors, List<Choice> groups, String currency, List<Past> past, @Nullable Compared compared) {

    public static List<Choice> kinds(Texts texts) {
        var any = new Choice("", texts.get("routing.kind.any"));
        var kinds = Stream.of(Location.Kind.STORE, Location.Kind.WAREHOUSE).map(kind -> new Choice(kind.name(), texts.get("routing.kind." + kind)));
        return Stream.concat(Stream.of(any), kinds).toList();
    }

    /** What may be asked where several places could do it; the name decides in the end anyway. */
    public static List<Choice> ranks(Texts texts) {
        var ranks = Stream.of(Rank.NEAREST, Rank.MOST_LEFT, Rank.WAREHOUSES_FIRST, Rank.STORES_FIRST)
                .map(rank -> new Choice(rank.name(), texts.get("routing.rank." + rank)));
        return Stream.concat(ranks, Stream.of(new Choice("", texts.get("routing.rank.none")))).toList();
    }

    public static List<Choice> parcels(Texts texts) {
        var some = IntStream.range(1, RoutingRule.PARCELS_MAX).mapToObj(number -> new Choice(String.valueOf(number), texts.count("routing.parcels", number)));
        return Stream.concat(Stream.of(new Choice("", texts.get("routing.parcels.any"))), some).toList();
    }

    /** A plan that was switched on before. */
    public record Past(long version, String what, String when, String who) {}

    /** The same orders by the plan of now and by the one in the form. */
    public record Compared(String orders, List<Figure> figures, List<Figure> places, List<Changed> changed, @Nullable String more) {}

    /** A figure by both plans; {@code tone} says whether the change is good. */
    public record Figure(String what, String now, String then, String change, String tone) {}

    /** An order that would have come from elsewhere, and why. */
    public record Changed(String order, String href, String now, String then, String why) {}
}

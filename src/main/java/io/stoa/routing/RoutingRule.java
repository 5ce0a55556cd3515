package io.stoa.routing;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Location.Kind;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which places may serve an order, which of them are better, and in how many parcels it may leave.
 *
 * @param kind only such places; null for any
 * @param groups only places of these groups; empty for all
 * @param kilometres at most so far from the customer; null for any distance
 * @param keepBack so many pieces of each article stay at every place
 * @param leftOut these places never
 * @param ranking what is asked one after the other where several places could do it
 * @param parcels the order may come from at most so many places
 * @param splitFrom only orders worth as much come from several places; null for all. One in another currency counts as worth it.
 * @param opensWithin only places whose doors are open when the order comes, or so many hours later; null for any time
 */
public record RoutingRule(
        String name,
        @Nullable Kind kind,
        Set<String> groups,
        @Nullable Integer kilometres,
        int keepBack,
        Set<LocationId> leftOut,
        List<Rank> ranking,
        int parcels,
        @Nullable Money splitFrom,
        @Nullable Integer opensWithin) {

    public static final int NAME_MAX = 60;
    public static final int KILOMETRES_MAX = 20_000;
    public static final int KEEP_BACK_MAX = 999;
    public static final int PARCELS_MAX = 10;
    public static final int OPENS_WITHIN_MAX = 168;

    /** What comes after the rules of every plan: whoever was promised goods gets them from wherever they are. */
    static final RoutingRule ANY =
            new RoutingRule("any", null, Set.of(), null, 0, Set.of(), Rank.USUAL, Integer.MAX_VALUE, null);

    /** Whatever the time. */
    public RoutingRule(
            String name,
            @Nullable Kind kind,
            Set<String> groups,
            @Nullable Integer kilometres,
            int keepBack,
            Set<LocationId> leftOut,
            List<Rank> ranking,
            int parcels,
            @Nullable Money splitFrom) {
        this(name, kind, groups, kilometres, keepBack, leftOut, ranking, parcels, splitFrom, null);
    }

    /** @throws IllegalArgumentException when the name is missing, or a number is none that makes sense */
    public RoutingRule {
        name = OrderRouting.name(name);
        groups = Set.copyOf(groups);
        leftOut = Set.copyOf(leftOut);
        ranking = List.copyOf(ranking);
        if (kind == Kind.WEB || ranking.size() != Set.copyOf(ranking).size()) {
            throw new IllegalArgumentException("Goods come from stores and warehouses, and nothing is asked twice");
        }
        if (kilometres != null && (kilometres < 1 || kilometres > KILOMETRES_MAX)) {
            throw new IllegalArgumentException("A distance is 1 to " + KILOMETRES_MAX + " kilometres");
        }
        if (keepBack < 0 || keepBack > KEEP_BACK_MAX || parcels < 1) {
            throw new IllegalArgumentException("At most " + KEEP_BACK_MAX + " pieces are kept back, and an order needs a parcel");
        }
        if (opensWithin != null && (opensWithin < 0 || opensWithin > OPENS_WITHIN_MAX)) {
            throw new IllegalArgumentException("A rule waits 0 to " + OPENS_WITHIN_MAX + " hours for doors to open");
        }
    }

    /** Why the rule does not take the place; empty when it does. */
    Optional<Ground> refuses(Location place, Route route) {
        if (leftOut.contains(place.id())) {
            return Optional.of(new Ground.LeftOut());
        }
        if (kind != null && kind != place.kind()) {
            return Optional.of(new Ground.OtherKind(kind));
        }
        if (!groups.isEmpty() && !groups.contains(place.group())) {
            return Optional.of(new Ground.OtherGroup(place.group()));
        }
        return tooFar(place.coordinates(), route.destination()).or(() -> shut(place, route.order()));
    }

    private Optional<Ground> tooFar(@Nullable Coordinates from, @Nullable Coordinates to) {
        if (kilometres == null) {
            return Optional.empty();
        }
        if (from == null || to == null) {
            return Optional.of(new Ground.TooFar(null, kilometres));
        }
        double away = from.kilometresTo(to);
        return away <= kilometres ? Optional.empty() : Optional.of(new Ground.TooFar((int) Math.ceil(away), kilometres));
    }

    private Optional<Ground> shut(Location place, Route.@Nullable Order order) {
        if (opensWithin == null || order == null) {
            return Optional.empty();
        }
        var opens = place.nextOpening(order.at());
        var latest = order.at().plus(Duration.ofHours(opensWithin));
        return opens.filter(moment -> !moment.isAfter(latest)).isPresent()
                ? Optional.empty()
                : Optional.of(new Ground.ShutUntil(opens.orElse(null), place.zone()));
    }

    /** From how many places this route may come. */
    int placesMax(Route route) {
        var order = route.order();
        boolean tooSmall = splitFrom != null
                && order != null
                && order.worth().currency().equals(splitFrom.currency())
                && order.worth().compareTo(splitFrom) < 0;
        return tooSmall ? 1 : parcels;
    }
}

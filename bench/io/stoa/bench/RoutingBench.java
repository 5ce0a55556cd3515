package io.stoa.bench;

import io.stoa.inventory.Availability;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.routing.Decision;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.OrderRouting;
import io.stoa.routing.Rank;
import io.stoa.routing.Route;
import io.stoa.routing.Route.Leaving;
import io.stoa.routing.Routing;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingRule;
import io.stoa.routing.StockView;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How long it takes to decide where an order comes from, when each of some 1,565 stores has a tenth of the articles, and how good
 * the decision is: in how many parcels and from how far. The baseline looks through all stores for the nearest that has everything
 * and else takes each line from the nearest that has it, as a first version would.
 */
final class RoutingBench {

    private static final int ORDERS = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int ARTICLES = 500;
    private static final int LINES_MAX = 4;
    private static final int PIECES_MAX = 5;
    private static final double STOCKED = 0.1;

    private static final Route.Order ORDER = new Route.Order(Channel.WEB, "US", Money.of(100_00, "USD"), Instant.parse("2026-03-04T06:00:00Z"));
    private static final RoutingPlan PLAN = new RoutingPlan(List.of(new OrderRouting(
            "All",
            Set.of(),
            Set.of(),
            List.of(
                    new RoutingRule("Near, with pieces to spare", null, Set.of(), 100, 2, Set.of(), List.of(Rank.NEAREST), 1, null),
                    new RoutingRule("One parcel", null, Set.of(), 1_000, 0, Set.of(), List.of(Rank.NEAREST, Rank.MOST_LEFT), 1, null),
                    new RoutingRule("Two parcels", null, Set.of(), 1_000, 0, Set.of(), List.of(Rank.MOST_LEFT), 2, null)))));

    /** All stores are shut, so that every one that is near enough is asked when it opens. */
    private static final OpeningHours LATER = OpeningHours.parse("Mo-Sa 10:00-20:00; Su 11:00-18:00");
    private static final RoutingPlan OPEN = new RoutingPlan(List.of(new OrderRouting(
            "All",
            Set.of(),
            Set.of(),
            List.of(
                    new RoutingRule("Open", null, Set.of(), null, 0, Set.of(), List.of(Rank.NEAREST), 1, null, 0),
                    new RoutingRule("Open soon", null, Set.of(), null, 0, Set.of(), List.of(Rank.NEAREST), 1, null, 2)))));

    private final StoreMap map;
    private final Random random;
    private final Map<Sku, Map<LocationId, Integer>> shelves = new LinkedHashMap<>();
    private final Map<LocationId, Location> byId = new HashMap<>();

    /** Microseconds of a decision, orders by the number of their parcels, and kilometres to the farthest store of an order. */
    public record Measured(double p50, double p99, double max, Map<Integer, Integer> parcels, double kilometres) {}

    private record Choice(List<LocationId> places) {}

    private RoutingBench(StoreMap map, Random random) {
        this.map = map;
        this.random = random;
        map.stores().forEach(store -> byId.put(store.id(), store));
        for (int number = 0; number < ARTICLES; number++) {
            var shelf = new LinkedHashMap<LocationId, Integer>();
            for (var store : map.stores()) {
                if (random.nextDouble() < STOCKED) {
                    shelf.put(store.id(), 1 + random.nextInt(PIECES_MAX));
                }
            }
            shelves.put(new Sku("A" + number), shelf);
        }
    }

    static int run(BenchOptions options) throws Exception {
        var bench = new RoutingBench(StoreMap.of(options.seed()), new Random(options.seed()));
        var results = bench.measure();
        System.out.printf(
                "%n%,d %s, %,d articles of which each has a tenth, %,d orders of up to %d lines, seed %d%n",
                bench.map.stores().size(), bench.map.what(), ARTICLES, ORDERS, LINES_MAX, options.seed());
        System.out.printf("%-22s %9s %9s %9s %9s   %s%n", "", "p50 µs", "p99 µs", "max µs", "km", "orders by parcels");
        results.forEach((name, one) -> System.out.printf(
                "%-22s %9.0f %9.0f %9.0f %9.1f   %s%n", name, one.p50(), one.p99(), one.max(), one.kilometres(), one.parcels()));
        if (options.json()) {
            System.out.println(Json.write(results));
        }
        return 0;
    }

    private Map<String, Measured> measure() {
        var routes = IntStream.range(0, ORDERS).mapToObj(number -> route()).toList();
        var stock = new StockView(shelves.entrySet().stream().map(RoutingBench::rows).toList());
        var routing = Routing.among(map.stores(), RoutingPlan.NONE);
        var results = new LinkedHashMap<String, Measured>();
        results.put("nearest, line by line", measure(routes, this::nearest));
        results.put("routing", measure(routes, route -> chosen(routing.decide(route, stock))));
        var ruled = Routing.among(map.stores(), PLAN);
        results.put("with three rules", measure(routes, route -> chosen(ruled.decide(route, stock))));
        var waiting = Routing.among(map.stores().stream().map(store -> store.with(LATER)).toList(), OPEN);
        results.put("with opening hours", measure(routes, route -> chosen(waiting.decide(route, stock))));
        return results;
    }

    private static List<Availability> rows(Map.Entry<Sku, Map<LocationId, Integer>> shelf) {
        return shelf.getValue().entrySet().stream()
                .map(at -> new Availability(shelf.getKey(), at.getKey(), at.getValue(), 0, 0, 0, 0, 0, 0, 1))
                .toList();
    }

    private Route route() {
        var skus = random.ints(0, ARTICLES).distinct().limit(1 + random.nextInt(LINES_MAX)).toArray();
        var lines = IntStream.range(0, skus.length)
                .mapToObj(i -> new Route.Line(i + 1, new Sku("A" + skus[i]), Quantity.of(1 + random.nextInt(2))))
                .toList();
        var home = map.homes().get(random.nextInt(map.homes().size()));
        return new Route(lines, Leaving.SHIPPED, null, home, Set.of(), ORDER);
    }

    private Measured measure(List<Route> routes, Function<Route, Choice> way) {
        routes.stream().limit(WARM_UP).forEach(route -> {
            if (way.apply(route).places().isEmpty()) {
                throw new IllegalStateException("Nobody has " + route.lines());
            }
        });
        var nanos = new long[routes.size()];
        var parcels = new LinkedHashMap<Integer, Integer>();
        double kilometres = 0;
        for (int i = 0; i < nanos.length; i++) {
            var route = routes.get(i);
            long began = System.nanoTime();
            var choice = way.apply(route);
            nanos[i] = System.nanoTime() - began;
            parcels.merge(choice.places().size(), 1, Integer::sum);
            kilometres += choice.places().stream().mapToDouble(place -> kilometres(place, route)).max().orElse(0);
        }
        Arrays.sort(nanos);
        ToIntFunction<Double> at = share -> (int) Math.min(nanos.length - 1, nanos.length * share);
        return new Measured(
                nanos[at.applyAsInt(0.5)] / 1e3, nanos[at.applyAsInt(0.99)] / 1e3, nanos[nanos.length - 1] / 1e3, parcels, kilometres / routes.size());
    }

    private double kilometres(LocationId place, Route route) {
        var there = Objects.requireNonNull(byId.get(place)).coordinates();
        var home = route.destination();
        return there == null || home == null ? 0 : there.kilometresTo(home);
    }

    private static Choice chosen(Decision decision) {
        return decision instanceof Routed routed
                ? new Choice(routed.parts().stream().map(part -> part.location()).toList())
                : new Choice(List.of());
    }

    private Choice nearest(Route route) {
        var all = nearestWith(route.lines(), route);
        if (all != null) {
            return new Choice(List.of(all));
        }
        var places = new ArrayList<LocationId>();
        for (var line : route.lines()) {
            var place = nearestWith(List.of(line), route);
            if (place != null && !places.contains(place)) {
                places.add(place);
            }
        }
        return new Choice(places);
    }

    private boolean has(LocationId place, Route.Line line) {
        return Objects.requireNonNull(shelves.get(line.sku())).getOrDefault(place, 0) >= line.quantity().units();
    }

    private @Nullable LocationId nearestWith(List<Route.Line> lines, Route route) {
        LocationId best = null;
        double least = Double.MAX_VALUE;
        for (var store : map.stores()) {
            boolean hasAll = lines.stream().allMatch(line -> has(store.id(), line));
            double far = hasAll ? kilometres(store.id(), route) : Double.MAX_VALUE;
            if (far < least) {
                least = far;
                best = store.id();
            }
        }
        return best;
    }
}

package io.stoa.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.inventory.Availability;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Beside a search through every set of places, which small cases allow: no set with fewer places has everything, and none with as
 * many keeps its farthest place nearer. A failure prints its seed; {@code -Dstoa.seed=N} repeats it.
 */
class SmallestCoverTest {

    private static final int CASES = 4_000;
    private static final int PLACES_MAX = 8;
    private static final int LINES_MAX = 4;
    private static final int PIECES_MAX = 4;
    private static final int MANY_PLACES = 120;
    private static final int THIN = 100;

    private final long seed = Long.getLong("stoa.seed", System.nanoTime() % 1_000_000_000);

    /** What came of a case: what it was decided by, for each size that the smallest cover may have. */
    private enum Came {
        NONE,
        ONE,
        TWO,
        THREE,
        MORE
    }

    @Test
    void isFoundAndNoneAsSmallIsNearer() {
        var came = new EnumMap<Came, Integer>(Came.class);
        for (int number = 0; number < CASES; number++) {
            var one = new Case(new Random(seed + number));
            came.merge(one.check("seed " + (seed + number)), 1, Integer::sum);
        }
        assertThat(came.keySet()).as("cases of every size: %s", came).containsExactlyInAnyOrder(Came.values());
    }

    /** However thin it lies: what all places together have is enough, though it takes many of them. */
    @Test
    void isFoundWhereverAllTogetherHaveEnough() {
        int enough = 0;
        for (int number = 0; number < CASES; number++) {
            enough += new Case(new Random(seed + number), MANY_PLACES, THIN).checkFound("seed " + (seed + number));
        }
        assertThat(enough).isBetween(CASES / 10, CASES * 9 / 10);
    }

    /** Some places with some goods, and what somebody wants of them. */
    private static final class Case {

        private final List<Location> places;
        private final Coordinates customer;
        private final Route route;
        private final List<int[]> shelves;

        Case(Random random) {
            this(random, PLACES_MAX, 2);
        }

        /** With more {@code thin}, fewer shelves have anything. */
        Case(Random random, int most, int thin) {
            places = IntStream.range(0, 1 + random.nextInt(most))
                    .mapToObj(number -> store("place-" + number, point(random)))
                    .toList();
            customer = point(random);
            var lines = IntStream.range(0, 1 + random.nextInt(LINES_MAX))
                    .mapToObj(number -> new Route.Line(number + 1, sku(number), Quantity.of(1 + random.nextInt(PIECES_MAX))))
                    .toList();
            route = new Route(lines, Leaving.SHIPPED, null, customer, Set.of());
            shelves = places.stream()
                    .map(place -> lines.stream().mapToInt(line -> Math.max(0, random.nextInt(PIECES_MAX + 1 + thin) - thin)).toArray())
                    .toList();
        }

        Came check(String told) {
            var decision = Routing.among(places, RoutingPlan.NONE).decide(route, stock());
            int smallest = smallest();
            if (smallest == 0) {
                assertThat(decision).as(told).isInstanceOf(Decision.Unroutable.class);
                return Came.NONE;
            }
            assertThat(decision).as(told).isInstanceOf(Decision.Routed.class);
            var parts = ((Decision.Routed) decision).parts();
            assertThat(given(parts)).as(told).isEqualTo(wanted());
            assertThat(parts).as(told).allSatisfy(part -> assertThat(part.lines())
                    .allSatisfy(piece -> assertThat(piece.quantity().units())
                            .isLessThanOrEqualTo(shelves.get(number(part))[piece.line() - 1])));
            if (smallest > 3) {
                assertThat(parts.size()).as(told).isGreaterThanOrEqualTo(smallest);
                return Came.MORE;
            }
            assertThat(parts).as(told).hasSize(smallest);
            double farthest = parts.stream().mapToDouble(part -> kilometres(number(part))).max().orElseThrow();
            assertThat(farthest).as(told).isEqualTo(nearestOf(smallest));
            return smallest == 1 ? Came.ONE : smallest == 2 ? Came.TWO : Came.THREE;
        }

        /** 1 where all have enough together. */
        int checkFound(String told) {
            boolean enough = route.lines().stream()
                    .allMatch(line -> shelves.stream().mapToInt(shelf -> shelf[line.number() - 1]).sum() >= line.quantity().units());
            assertThat(Routing.among(places, RoutingPlan.NONE).decide(route, stock()) instanceof Decision.Routed routed && given(routed.parts()).equals(wanted()))
                    .as(told)
                    .isEqualTo(enough);
            return enough ? 1 : 0;
        }

        /** Of how many places, or 0 where all together have too few. */
        private int smallest() {
            return sets().stream().filter(this::isEnough).mapToInt(Integer::bitCount).min().orElse(0);
        }

        private double nearestOf(int size) {
            return sets().stream()
                    .filter(set -> Integer.bitCount(set) == size && isEnough(set))
                    .mapToDouble(set -> members(set).mapToDouble(this::kilometres).max().orElseThrow())
                    .min()
                    .orElseThrow();
        }

        private List<Integer> sets() {
            return IntStream.range(1, 1 << places.size()).boxed().toList();
        }

        private boolean isEnough(int set) {
            return route.lines().stream()
                    .allMatch(line -> members(set).map(place -> shelves.get(place)[line.number() - 1]).sum()
                            >= line.quantity().units());
        }

        private IntStream members(int set) {
            return IntStream.range(0, places.size()).filter(place -> (set & 1 << place) != 0);
        }

        private double kilometres(int place) {
            var there = places.get(place).coordinates();
            return there == null ? Double.MAX_VALUE : there.kilometresTo(customer);
        }

        private static int number(Part part) {
            return Integer.parseInt(part.location().value().substring("place-".length()));
        }

        private StockView stock() {
            var rows = new ArrayList<List<Availability>>();
            for (int line = 0; line < route.lines().size(); line++) {
                int on = line;
                rows.add(IntStream.range(0, places.size())
                        .mapToObj(place -> new Availability(sku(on), places.get(place).id(), shelves.get(place)[on], 0, 0, 0, 0, 0, 0, 1))
                        .toList());
            }
            return new StockView(rows);
        }

        private Map<Sku, Integer> wanted() {
            return route.lines().stream().collect(Collectors.toMap(Route.Line::sku, line -> line.quantity().units()));
        }

        private static Map<Sku, Integer> given(List<Part> parts) {
            return parts.stream()
                    .flatMap(part -> part.lines().stream())
                    .collect(Collectors.toMap(Part.Piece::sku, piece -> piece.quantity().units(), Integer::sum));
        }
    }

    private static Location store(String id, Coordinates at) {
        var name = new LocationId(id);
        return new Location(
                name, id, Location.Kind.STORE, null, at, ZoneOffset.UTC, OpeningHours.ALWAYS, EnumSet.allOf(Capability.class), "all", true);
    }

    private static Coordinates point(Random random) {
        return new Coordinates(30 + random.nextDouble() * 15, -120 + random.nextDouble() * 45);
    }

    private static Sku sku(int number) {
        return new Sku("S" + number);
    }
}

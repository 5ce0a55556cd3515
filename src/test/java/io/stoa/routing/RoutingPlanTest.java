package io.stoa.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stoa.inventory.Availability;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan says where goods come from, and never that they come from nowhere. */
class RoutingPlanTest {

    private static final int CASES = 400;
    private static final List<Rank> RANKS = List.of(Rank.values());
    private static final Sku MUG = new Sku("MUG");
    private static final Instant EARLY = Instant.parse("2026-03-04T06:00:00Z");
    private static final Coordinates HOME = new Coordinates(40, -100);
    private static final Location NEAR = place("near", Location.Kind.STORE, "us", 40.1);
    private static final Location FAR = place("far", Location.Kind.STORE, "ca", 44);
    private static final Location HALL = place("hall", Location.Kind.WAREHOUSE, "us", 47);
    private static final RoutingRule NEARBY =
            new RoutingRule("Nearby", Location.Kind.STORE, Set.of(), 50, 2, Set.of(), List.of(Rank.NEAREST), 1, null);
    private static final RoutingRule WAREHOUSE =
            new RoutingRule("Warehouse", Location.Kind.WAREHOUSE, Set.of(), null, 0, Set.of(), List.of(Rank.NEAREST), 1, null);

    @Test
    void withoutAPlanTheNearestPlaceServes() {
        var decision = decide(RoutingPlan.NONE, 1, shelves(5, 5, 5));
        assertThat(from(decision)).containsExactly("near");
        assertThat(decision.explanation().via()).isNull();
    }

    @Test
    void theFirstRuleThatFindsPlacesIsFollowedAndTold() {
        var plan = all(NEARBY, WAREHOUSE);
        assertThat(from(decide(plan, 3, shelves(5, 5, 5)))).containsExactly("near");
        var told = decide(plan, 3, shelves(5, 5, 5)).explanation();
        assertThat(told.via()).isEqualTo(new Explanation.Via("All", "Nearby", List.of()));
        assertThat(ground(told, "far")).isInstanceOf(Ground.TooFar.class);
        assertThat(ground(told, "hall")).isEqualTo(new Ground.OtherKind(Location.Kind.STORE));

        var last = decide(plan, 4, shelves(5, 5, 5));
        assertThat(from(last)).as("two stay on every shelf").containsExactly("hall");
        assertThat(last.explanation().via()).isEqualTo(new Explanation.Via("All", "Warehouse", List.of("Nearby")));
        assertThat(Json.read(Json.write(last.explanation()), Explanation.class)).isEqualTo(last.explanation());
    }

    @Test
    void whereNoRuleFitsAnyPlaceServesTheNearestFirst() {
        var decision = decide(all(NEARBY), 5, shelves(5, 5, 5));
        assertThat(from(decision)).containsExactly("near");
        assertThat(decision.explanation().via()).isEqualTo(new Explanation.Via("All", null, List.of("Nearby")));
        assertThat(decide(all(NEARBY), 50, shelves(5, 5, 5))).isInstanceOf(Decision.Unroutable.class);
    }

    @Test
    void theFirstRoutingThatAnOrderFallsUnderHolds() {
        var plan = new RoutingPlan(List.of(
                new OrderRouting("Telephone", Set.of(Channel.PHONE), Set.of(), List.of(WAREHOUSE)),
                new OrderRouting("Canada", Set.of(), Set.of("CA"), List.of(only("ca"))),
                new OrderRouting("Rest", Set.of(), Set.of(), List.of(NEARBY))));
        assertThat(from(decide(plan, route(1, Channel.PHONE, "CA", 10_00), shelves(5, 5, 5)))).containsExactly("hall");
        assertThat(from(decide(plan, route(1, Channel.WEB, "CA", 10_00), shelves(5, 5, 5)))).containsExactly("far");
        assertThat(from(decide(plan, route(1, Channel.WEB, "US", 10_00), shelves(5, 5, 5)))).containsExactly("near");
    }

    @Test
    void onlyOrdersThatAreWorthItComeInSeveralParcels() {
        var split = new RoutingRule("Split", null, Set.of(), null, 0, Set.of(), List.of(Rank.NEAREST), 2, Money.of(50_00, "USD"));
        var plan = all(split, WAREHOUSE);
        assertThat(from(decide(plan, route(8, Channel.WEB, "US", 50_00), shelves(5, 5, 9)))).as("it has everything").hasSize(1);
        assertThat(from(decide(plan, route(8, Channel.WEB, "US", 49_99), shelves(5, 5, 2)))).as("any place, as it is small").hasSize(2);
        assertThat(decide(plan, route(8, Channel.WEB, "US", 49_99), shelves(5, 5, 2)).explanation().via())
                .isEqualTo(new Explanation.Via("All", null, List.of("Split", "Warehouse")));
        assertThat(decide(plan, route(8, Channel.WEB, "US", 50_00), shelves(5, 5, 2)).explanation().via())
                .isEqualTo(new Explanation.Via("All", "Split", List.of()));
        assertThat(decide(plan, route(12, Channel.WEB, "US", 50_00), shelves(5, 5, 2)).explanation().via())
                .as("three parcels are more than two")
                .isEqualTo(new Explanation.Via("All", null, List.of("Split", "Warehouse")));
    }

    @Test
    void theFirstRankThatIsNoTieWins() {
        var rule = new RoutingRule(
                "Warehouses first", null, Set.of(), null, 0, Set.of(), List.of(Rank.WAREHOUSES_FIRST, Rank.MOST_LEFT), 1, null);
        var told = decide(all(rule), 1, shelves(5, 9, 3));
        assertThat(from(told)).containsExactly("hall");
        assertThat(ground(told.explanation(), "near")).isEqualTo(new Ground.LaterByKind(Location.Kind.WAREHOUSE));
        assertThat(from(decide(all(rule), 4, shelves(5, 9, 3)))).as("among stores, most left").containsExactly("far");
    }

    @Test
    void aPlaceThatIsLeftOutServesOnlyWhenNothingElseCan() {
        var rule = new RoutingRule("Not near", null, Set.of(), null, 0, Set.of(NEAR.id()), List.of(Rank.NEAREST), 10, null);
        assertThat(from(decide(all(rule), 1, shelves(5, 5, 5)))).containsExactly("far");
        assertThat(from(decide(all(rule), 1, shelves(5, 0, 0)))).containsExactly("near");
    }

    /** Near opens at nine; it is Wednesday, six in the morning. */
    @Test
    void aPlaceThatIsShutForLongerThanTheRuleWaitsIsPassedOverAndSaysUntilWhen() {
        var shop = NEAR.with(OpeningHours.parse("Mo-Fr 09:00-18:00"));
        var nine = Instant.parse("2026-03-04T09:00:00Z");
        var now = hours(shop, all(waiting(0)), EARLY, 1);
        assertThat(from(now)).containsExactly("far");
        assertThat(ground(now.explanation(), "near")).isEqualTo(new Ground.ShutUntil(nine, ZoneOffset.UTC));
        assertThat(from(hours(shop, all(waiting(2)), EARLY, 1))).containsExactly("far");
        assertThat(from(hours(shop, all(waiting(3)), EARLY, 1))).as("it opens in three hours").containsExactly("near");
        assertThat(from(hours(shop, all(waiting(0)), nine, 1))).as("it is open").containsExactly("near");
        assertThat(from(hours(shop, all(NEARBY), EARLY, 1))).as("a rule that does not mind").containsExactly("near");
        var never = hours(NEAR.with(OpeningHours.NEVER), all(waiting(168)), EARLY, 1);
        assertThat(ground(never.explanation(), "near")).isEqualTo(new Ground.ShutUntil(null, ZoneOffset.UTC));
    }

    @Test
    void theClockOfThePlaceSaysWhetherItIsOpen() {
        var shop = NEAR.with(OpeningHours.parse("Mo-Fr 09:00-18:00"));
        var tokyo = new Location(
                shop.id(), "near", shop.kind(), null, shop.coordinates(), ZoneId.of("Asia/Tokyo"), shop.hours(), shop.services(), "us", true);
        assertThat(from(hours(tokyo, all(waiting(0)), EARLY, 1))).as("three in the afternoon there").containsExactly("near");
    }

    @Test
    void aShutPlaceServesAllTheSameWhenNothingElseCan() {
        var shop = NEAR.with(OpeningHours.parse("Mo-Fr 09:00-18:00"));
        var decision = hours(shop, all(waiting(0)), EARLY, 12);
        assertThat(from(decision)).contains("near");
        assertThat(decision.explanation().via()).isEqualTo(new Explanation.Via("All", null, List.of("Open")));
    }

    /** Two equal orders, one placed while near is shut, one while it is open. */
    @Test
    void aTrialLooksAtTheHoursOfThenAndNotOfNow() {
        var shop = NEAR.with(OpeningHours.parse("Mo-Fr 09:00-18:00"));
        var routes = List.of(at(EARLY, 1), at(EARLY.plus(Duration.ofHours(4)), 1));
        var trial = Trial.of(all(waiting(0)), List.of(shop, FAR, HALL), routes, shelves(5, 5, 0));
        assertThat(trial.decisions()).extracting(RoutingPlanTest::from).containsExactly(List.of("far"), List.of("near"));
        assertThat(trial.waiting()).as("nobody waits for doors").isZero();
        var heedless = Trial.of(all(NEARBY), List.of(shop, FAR, HALL), routes, shelves(5, 5, 0));
        assertThat(heedless.waiting()).as("the first order waits until nine").isEqualTo(1);
    }

    @Test
    void aPlanThatWasSavedBeforeRulesKnewTheHoursMindsNone() {
        var saved = Json.write(all(NEARBY)).replace(",\"opensWithin\":null", "");
        assertThat(saved).doesNotContain("opensWithin");
        assertThat(Json.read(saved, RoutingPlan.class)).isEqualTo(all(NEARBY));
        assertThat(Json.read(Json.write(all(waiting(3))), RoutingPlan.class)).isEqualTo(all(waiting(3)));
        assertThatIllegalArgumentException().isThrownBy(() -> waiting(169));
        assertThatIllegalArgumentException().isThrownBy(() -> waiting(-1));
    }

    @Test
    void whatIsCollectedComesFromWhereItWasWanted() {
        var collected = Route.collected(List.of(new Route.Line(1, MUG, Quantity.of(1))), FAR.id());
        assertThat(from(decide(all(WAREHOUSE), collected, shelves(5, 5, 5)))).containsExactly("far");
    }

    @Test
    void whatAPlanMakesOfManyOrdersFollowsWhatTheOnesBeforeLeft() {
        var routes = IntStream.range(0, 4).mapToObj(n -> route(2, Channel.WEB, "US", 10_00)).toList();
        var stock = shelves(5, 5, 5);
        var trial = Trial.of(all(NEARBY, WAREHOUSE), List.of(NEAR, FAR, HALL), routes, stock);
        assertThat(trial.parcels()).containsOnly(Map.entry(NEAR.id(), 1 + 1), Map.entry(HALL.id(), 2));
        assertThat(trial.ordersFrom(1)).isEqualTo(4);
        assertThat(trial.measured()).isEqualTo(4);
        assertThat(trial.kilometres()).isBetween(1500.0, 1650.0);
        assertThat(stock.at(MUG, NEAR.id())).as("the shelves that were given stay as they were").isEqualTo(5);
    }

    /** Random plans: whatever the rules say, an order is served if and only if it is without them, in full and from what is there. */
    @Test
    void noPlanMakesAnOrderFail() {
        long seed = Long.getLong("stoa.seed", new Random().nextLong(1_000_000));
        int byRule = 0;
        int served = 0;
        for (int n = 0; n < CASES; n++) {
            var random = new Random(seed + n);
            var told = "seed " + (seed + n);
            var stock = new int[] {random.nextInt(6), random.nextInt(6), random.nextInt(6)};
            int pieces = 1 + random.nextInt(8);
            var plan = random(random);
            var decision = decide(plan, route(pieces, Channel.WEB, "US", random.nextInt(100_00)), shelves(stock));
            assertThat(decision instanceof Routed).as(told).isEqualTo(IntStream.of(stock).sum() >= pieces);
            var parts = Trial.parts(decision);
            assertThat(parts.stream().mapToInt(part -> part.lines().getFirst().quantity().units()).sum())
                    .as(told)
                    .isEqualTo(decision instanceof Routed ? pieces : 0);
            assertThat(parts).as(told).allSatisfy(part -> assertThat(part.lines().getFirst().quantity().units())
                    .isLessThanOrEqualTo(stock[List.of("near", "far", "hall").indexOf(part.location().value())]));
            byRule += kept(plan, decision, stock, told) ? 1 : 0;
            served += decision instanceof Routed ? 1 : 0;
        }
        assertThat(byRule).as("decided by a rule").isBetween(CASES / 10, served - CASES / 20);
    }

    /** What the rule says of the places that it chose holds; whether there was a rule. */
    private static boolean kept(RoutingPlan plan, Decision decision, int[] stock, String told) {
        var via = decision.explanation().via();
        if (via == null || via.rule() == null) {
            return false;
        }
        var rule = plan.routings().getFirst().rules().stream().filter(one -> one.name().equals(via.rule())).findFirst().orElseThrow();
        var parts = Trial.parts(decision);
        assertThat(parts.size()).as(told).isLessThanOrEqualTo(rule.parcels());
        for (var part : parts) {
            int at = List.of("near", "far", "hall").indexOf(part.location().value());
            var place = List.of(NEAR, FAR, HALL).get(at);
            assertThat(rule.kind() == null || rule.kind() == place.kind()).as(told).isTrue();
            assertThat(rule.leftOut()).as(told).doesNotContain(place.id());
            assertThat(stock[at] - part.lines().getFirst().quantity().units()).as(told).isGreaterThanOrEqualTo(rule.keepBack());
        }
        return true;
    }

    private static RoutingPlan random(Random random) {
        var rules = new ArrayList<RoutingRule>();
        for (int n = random.nextInt(4); n > 0; n--) {
            var kinds = Arrays.asList(null, Location.Kind.STORE, Location.Kind.WAREHOUSE);
            rules.add(new RoutingRule(
                    "Rule " + n,
                    kinds.get(random.nextInt(3)),
                    random.nextBoolean() ? Set.of() : Set.of("us"),
                    random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(1000)),
                    random.nextInt(3),
                    random.nextInt(4) > 0 ? Set.of() : Set.of(HALL.id()),
                    List.of(RANKS.get(random.nextInt(RANKS.size()))),
                    1 + random.nextInt(3),
                    random.nextBoolean() ? null : Money.of(50_00, "USD"),
                    random.nextBoolean() ? null : Integer.valueOf(random.nextInt(6))));
        }
        return new RoutingPlan(List.of(new OrderRouting("All", Set.of(), Set.of(), rules)));
    }

    private static RoutingPlan all(RoutingRule... rules) {
        return new RoutingPlan(List.of(new OrderRouting("All", Set.of(), Set.of(), List.of(rules))));
    }

    private static RoutingRule only(String group) {
        return new RoutingRule("Only " + group, null, Set.of(group), null, 0, Set.of(), List.of(Rank.NEAREST), 1, null);
    }

    private static RoutingRule waiting(int hours) {
        return new RoutingRule("Open", null, Set.of(), null, 0, Set.of(), List.of(Rank.NEAREST), 1, null, hours);
    }

    private static Decision hours(Location near, RoutingPlan plan, Instant moment, int pieces) {
        return Routing.among(List.of(near, FAR, HALL), plan).decide(at(moment, pieces), shelves(9, 5, 5));
    }

    private static Decision decide(RoutingPlan plan, int pieces, StockView stock) {
        return decide(plan, route(pieces, Channel.WEB, "US", 10_00), stock);
    }

    private static Decision decide(RoutingPlan plan, Route route, StockView stock) {
        return Routing.among(List.of(NEAR, FAR, HALL), plan).decide(route, stock);
    }

    private static Route route(int pieces, Channel door, String country, long worth) {
        return route(pieces, new Route.Order(door, country, Money.of(worth, "USD"), EARLY));
    }

    private static Route at(Instant moment, int pieces) {
        return route(pieces, new Route.Order(Channel.WEB, "US", Money.of(10_00, "USD"), moment));
    }

    private static Route route(int pieces, Route.Order order) {
        return new Route(List.of(new Route.Line(1, MUG, Quantity.of(pieces))), Leaving.SHIPPED, null, HOME, Set.of(), order);
    }

    private static List<String> from(Decision decision) {
        return Trial.parts(decision).stream().map(part -> part.location().value()).toList();
    }

    private static @Nullable Ground ground(Explanation explanation, String place) {
        return explanation.considered().stream()
                .filter(one -> one.location().value().equals(place))
                .map(Explanation.Considered::ground)
                .findFirst()
                .orElse(null);
    }

    /** So many pieces near, far and in the hall. */
    private static StockView shelves(int... pieces) {
        var places = List.of(NEAR, FAR, HALL);
        return new StockView(List.of(IntStream.range(0, pieces.length)
                .mapToObj(at -> new Availability(MUG, places.get(at).id(), pieces[at], 0, 0, 0, 0, 0, 0, 1))
                .toList()));
    }

    private static Location place(String id, Location.Kind kind, String group, double latitude) {
        return new Location(
                new LocationId(id), id, kind, null, new Coordinates(latitude, -100), ZoneOffset.UTC, OpeningHours.ALWAYS,
                EnumSet.allOf(Capability.class), group, true);
    }
}

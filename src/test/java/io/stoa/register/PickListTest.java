package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Browser;
import io.stoa.access.Role;
import io.stoa.bins.Bin;
import io.stoa.bins.Bins;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Locations;
import io.stoa.orders.CartView;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Many orders are fetched in one walk along the shelves. */
@DemoTest
class PickListTest {

    private static final String PAGE = "/till/pickups/picking";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Bins bins;

    @Autowired
    private Locations locations;

    @Autowired
    private Tokens tokens;

    @Value("${local.server.port}")
    private int port;

    private LocationId store = LocationId.WEB;
    private Sku near = new Sku("near");
    private Sku far = new Sku("far");
    private Sku lost = new Sku("lost");

    @BeforeEach
    void someShelves() {
        store = retailer.store("walk");
        near = article("near");
        far = article("far");
        lost = article("lost");
        assertThat(bins.put(far, store, new Bin("B-10"), Touchpoint.SYSTEM)).isTrue();
        assertThat(bins.put(near, store, new Bin("B-9"), Touchpoint.SYSTEM)).isTrue();
    }

    @Test
    void twoOrdersAreFetchedInOneWalkInTheOrderOfTheShelves() throws Exception {
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look(PAGE)).contains("Nothing to fetch");
        var first = ordered(Retailer.line(far, 2), Retailer.line(lost, 1));
        var second = ordered(Retailer.line(far, 1), Retailer.line(near, 3));
        Awaitility.await().until(() -> associate.look(PAGE).contains("2 orders wait to be picked"));

        var begun = associate.send(PAGE + "/begin", "");
        assertThat(begun).contains("2 orders are being picked.", "7 pieces to fetch", "Zone B", "Nobody said where");
        assertThat(line(begun, near)).as("B-9 before B-10 before nowhere").isLessThan(line(begun, far));
        assertThat(line(begun, far)).isLessThan(line(begun, lost));
        assertThat(begun).contains("3 ×", "for order " + first + " (2), " + second + " (1)");
        assertThat(state(first)).isEqualTo(ShipmentState.PICKING);
        var ready = "/till/pickups/" + fulfilment.of(first).getFirst().id() + "/step";
        assertThat(associate.send(ready, "step=READY&back=picking")).contains("4 pieces to fetch").doesNotContain("Nobody said where");
        assertThat(associate.send(PAGE + "/begin", "")).contains("Somebody else began them already.");
    }

    @Test
    void whoFindsItSaysWhereAndTheNextOneKnows() throws Exception {
        var associate = Associate.at(store, staff, port);
        var order = ordered(Retailer.line(lost, 1));
        Awaitility.await().until(() -> state(order) == ShipmentState.PLACED);
        assertThat(associate.send(PAGE + "/begin", "")).contains("Nobody said where");
        assertThat(associate.send(PAGE + "/bins", "sku=" + lost + "&bin=+Cellar+3+")).contains("It lies at Cellar 3 from now on.", "Zone Cellar");
        assertThat(bins.at(store, List.of(lost))).containsEntry(lost, new Bin("Cellar 3"));
        assertThat(associate.send(PAGE + "/bins", "sku=" + lost + "&bin=" + "A".repeat(21))).contains("at most 20 characters", "Cellar 3");
        assertThat(associate.send(PAGE + "/bins", "sku=none-" + lost + "&bin=A-1")).contains("There is no such article");
        assertThat(associate.send(PAGE + "/bins", "sku=" + lost + "&bin=")).contains("nowhere in particular", "Nobody said where");
        assertThat(bins.at(store, List.of(lost))).isEmpty();
    }

    @Test
    void theDemoKnowsWhereThingsLie() {
        var berlin = locations.all().stream().filter(place -> place.name().equals("Berlin")).findFirst().orElseThrow();
        var found = bins.list(berlin.id(), "", 200).items();
        assertThat(found).hasSizeGreaterThan(10);
        assertThat(found.stream().map(one -> one.bin().zone()).distinct()).contains("A", "B").hasSizeLessThan(6);
    }

    @Test
    void programsSayWhereThingsLie() throws Exception {
        var api = new Browser(port).bearing(tokens.issue(new NewToken("shelves", Set.of(Role.ASSOCIATE), List.of(Channel.values()), null)).secret());
        var path = "/api/v1/bins/" + store;
        assertThat(api.put(path + "/" + lost, "{\"bin\":\"C-1\"}").statusCode()).isEqualTo(204);
        assertThat(api.put(path + "/" + lost, "{\"bin\":\"C-1\"}").statusCode()).isEqualTo(204);
        assertThat(api.get(path + "?size=2").body()).contains("\"bin\":\"B-10\"", "\"next\":");
        assertThat(api.get(path).body()).contains("{\"sku\":\"" + lost + "\",\"bin\":\"C-1\"}");
        assertThat(api.put(path + "/" + lost, "{\"bin\":\" \"}").statusCode()).isEqualTo(400);
        assertThat(api.put(path + "/none-" + lost, "{\"bin\":\"C-1\"}").statusCode()).isEqualTo(404);
        assertThat(api.put("/api/v1/bins/nowhere/" + lost, "{\"bin\":\"C-1\"}").statusCode()).isEqualTo(404);
    }

    private static int line(String page, Sku sku) {
        return page.indexOf(sku + " · for order");
    }

    private Sku article(String name) {
        var sku = retailer.article(name, 1000);
        retailer.stock(sku, store, 9);
        return sku;
    }

    private OrderId ordered(CartView.Line... lines) {
        var order = Retailer.order(new Delivery.Collect(store), Retailer.card("tok_approve"), lines);
        var placed = ((Placed) orders.place(order)).order();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !fulfilment.of(placed).isEmpty());
        return placed;
    }

    private ShipmentState state(OrderId order) {
        return fulfilment.of(order).getFirst().state();
    }
}

package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.RejectionReason;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What two tills of one store do with the same order. */
@DemoTest
class PickupStepsTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    private LocationId store = LocationId.WEB;
    private Sku mug = new Sku("none");

    @BeforeEach
    void stock() {
        store = retailer.store("steps");
        mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
    }

    @Test
    void aButtonDoesWhatItSaysHoweverFarAnotherTillHasComeMeanwhile() throws Exception {
        var task = task();
        var at = "/till/pickups/" + task.id() + "/step";
        var associate = Associate.at(store, staff, port);
        for (var step : List.of("ACCEPT", "PICK", "PACK")) {
            assertThat(associate.look("/till/pickups")).contains("name=\"step\" value=\"" + step + "\"");
            associate.send(at, "step=" + step);
        }

        assertThat(Associate.at(store, staff, port).send(at, "step=PACK")).as("packed at two tills").contains("Given to the carrier");

        assertThat(fulfilment.find(task.id()).orElseThrow().state()).isEqualTo(ShipmentState.PACKED);
        assertThat(associate.send(at, "step=ACCEPT")).contains("Somebody else was faster");
        assertThat(associate.post(at, "step=NONSENSE").statusCode()).isEqualTo(400);
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(1);
    }

    @Test
    void whatBreaksWhileItIsPackedIsGivenBackAtTheTill() throws Exception {
        var task = task();
        var associate = Associate.at(store, staff, port);
        for (var step : List.of("ACCEPT", "PICK", "PACK")) {
            associate.send("/till/pickups/" + task.id() + "/step", "step=" + step);
        }
        assertThat(associate.look("/till/pickups")).contains("Given to the carrier", "Cannot do it", "value=\"DAMAGED\"");
        assertThat(associate.send("/till/pickups/" + task.id() + "/rejection", "reason=DAMAGED"))
                .contains("Order " + task.order() + " is given back");
        assertThat(retailer.row(mug, store).damaged()).isEqualTo(1);
    }

    @Test
    void whatIsHandedOverInPartSaysThatTheRestIsStillHere() throws Exception {
        var task = ready(3);
        var at = "/till/pickups/" + task.id();
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look(at)).contains("data-live=\"work:" + store).doesNotContain("Bay 3");
        assertThat(fulfilment.arrived(task.id(), "Bay 3", Retailer.WEB)).isInstanceOf(ShipmentOutcome.Done.class);
        assertThat(associate.look(at)).contains("Bay 3");
        assertThat(associate.look("/till/pickups?order=" + task.order())).contains("Bay 3");
        var code = Objects.requireNonNull(fulfilment.codes(task.order()).get(task.id()));
        assertThat(associate.send(at + "/hand-over", "key=1&pieces.1=2&code=" + code))
                .contains("2 handed over. The rest still waits here.", "1 to hand over");
        assertThat(associate.send(at + "/hand-over", "key=2&pieces.1=1&code=" + code)).contains("Handed over").doesNotContain("still waits");
    }

    @Test
    void whoCollectsInTheCustomersPlaceIsNamedWhereItIsHandedOver() throws Exception {
        var task = ready(1);
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look("/till/pickups")).doesNotContain("Collected by");
        assertThat(fulfilment.collectedBy(task.order(), "Kim Weber", Retailer.WEB)).isTrue();
        assertThat(associate.look("/till/pickups")).contains("Collected by: Kim Weber").doesNotContain("(for");
        assertThat(orders.readdress(task.order(), new Contact("Anna Krull", null, null), null, Retailer.WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(associate.look("/till/pickups/" + task.id())).contains("Collected by: Kim Weber (for Anna Krull)");
    }

    @Test
    void aParcelGetsALabelWhileItIsPackedAndIsFoundByIt() throws Exception {
        var task = task();
        var associate = Associate.at(store, staff, port);
        var label = "/till/pickups/" + task.id() + "/label.pdf";
        assertThat(associate.look("/till/pickups")).doesNotContain(label);
        for (var step : List.of("ACCEPT", "PICK")) {
            associate.send("/till/pickups/" + task.id() + "/step", "step=" + step);
        }

        assertThat(associate.look("/till/pickups?order=0" + task.id())).contains("Order " + task.order(), label);
        assertThat(associate.look(label)).startsWith("%PDF-");
        var refused = Associate.at(retailer.store("another"), staff, port);
        assertThat(refused.get(label).statusCode()).isEqualTo(404);
        assertThat(refused.look("/till/pickups?order=" + task.id())).contains("Not at this store");
        assertThat(associate.get("/till/pickups/" + ready(1).id() + "/label.pdf").statusCode()).as("nobody sends it").isEqualTo(404);
    }

    @Test
    void whatShouldBeGoneByNowSaysThatItIsLate() throws Exception {
        var task = task();
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look("/till/pickups")).contains("due ").doesNotContain("late, was due");
        database.sql("UPDATE fulfilment.shipment SET due_at = now() - interval '2 hours' WHERE id = :id")
                .param("id", task.id().value())
                .update();
        assertThat(associate.look("/till/pickups")).contains("late, was due");
        assertThat(fulfilment.reject(task.id(), RejectionReason.OTHER, Retailer.WEB)).isInstanceOf(ShipmentOutcome.Done.class);

        var waits = ready(1);
        database.sql("UPDATE fulfilment.shipment SET due_at = now() - interval '2 hours' WHERE id = :id")
                .param("id", waits.id().value())
                .update();
        assertThat(associate.look("/till/pickups")).as("it is done, its customer may take their time").contains("Order " + waits.order()).doesNotContain("badge stop");
    }

    @Test
    void aPickupIsFoundByTheCodeThatItsCustomerShows() throws Exception {
        var task = ready(1);
        var code = Objects.requireNonNull(fulfilment.codes(task.order()).get(task.id()));
        var associate = Associate.at(store, staff, port);

        assertThat(associate.look("/till/pickups?order=" + code.toLowerCase(Locale.ROOT)))
                .contains("Order " + task.order(), "name=\"code\"", "value=\"" + code.toLowerCase(Locale.ROOT) + "\"");
        assertThat(Associate.at(retailer.store("another"), staff, port).look("/till/pickups?order=" + code))
                .contains("Not at this store");
        assertThat(associate.look("/till/pickups?order=000" + task.order())).contains("Ask for the pickup code");
    }

    @Test
    void aWrongCodeLeavesThePiecesAsTheyWereCounted() throws Exception {
        var task = ready(3);
        var at = "/till/pickups/" + task.id() + "/hand-over";
        var code = Objects.requireNonNull(fulfilment.codes(task.order()).get(task.id()));
        var associate = Associate.at(store, staff, port);

        assertThat(associate.send(at, "key=1&pieces.1=2&code=WRONG1"))
                .contains("That is not the code", "name=\"pieces.1\" value=\"2\"")
                .doesNotContain("WRONG1");
        assertThat(associate.send(at, "key=2&pieces.1=0&code=" + code))
                .contains("Say how many pieces", "value=\"" + code + "\"");
    }

    private Shipment ready(int pieces) throws Exception {
        retailer.stock(mug, store, pieces);
        var placed = (PlaceOutcome.Placed) orders.place(
                Retailer.order(new Delivery.Collect(store), Retailer.card("tok_approve"), Retailer.line(mug, pieces)));
        var task = task(placed.order());
        var associate = Associate.at(store, staff, port);
        for (var step : List.of("ACCEPT", "PICK", "READY")) {
            associate.send("/till/pickups/" + task.id() + "/step", "step=" + step);
        }
        return task;
    }

    private Shipment task() {
        var placed = (PlaceOutcome.Placed) orders.place(
                Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(mug, 1)));
        return task(placed.order());
    }

    private Shipment task(OrderId order) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(order), all -> !all.isEmpty())
                .getFirst();
    }
}

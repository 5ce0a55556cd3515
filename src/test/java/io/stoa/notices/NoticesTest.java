package io.stoa.notices;

import static io.stoa.Retailer.USD;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.locations.Address;
import io.stoa.mail.Mail;
import io.stoa.mail.Message;
import io.stoa.mail.MessageState;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a customer hears of their order by mail. */
@StoaTest
class NoticesTest {

    private static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));
    private static final Contact ANNA = new Contact("Anna", "anna@example.com", null);

    private static final Path PICTURES = Path.of("target", "pictures");

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Mail mail;

    @Autowired
    private JdbcClient database;

    @Autowired
    private EventLog log;

    @Test
    void whoCollectsHearsThatItIsConfirmedReadyWithItsCodeAndSmaller() {
        var store = retailer.store("notices");
        var mug = article("mug", store);
        var order = placed(new Delivery.Collect(store), ANNA, mug, 3);
        var confirmed = shown(order, "order-confirmed");
        assertThat(confirmed)
                .contains(
                        "Order " + order + " is confirmed",
                        "Hello Anna",
                        "3 × $8.00",
                        "$26.40",
                        "/shop/orders/" + order + "/",
                        store.value());
        assertThat(orders.lower(order, Map.of(1, 2), "one was too many", Touchpoint.SYSTEM))
                .isInstanceOf(ChangeOutcome.Done.class);
        assertThat(shown(order, "order-changed")).contains("1 piece", "mug");
        ready(order);
        var ready = shown(order, "order-ready");
        var code = fulfilment.codes(order).values().iterator().next();
        assertThat(ready)
                .contains("is ready in", "Show this code", "••••")
                .as("only the customer reads the code")
                .doesNotContain(code);
        assertThat(log.ofOrder(order, 50))
                .as("the log knows no person")
                .noneMatch(event -> event.payload().contains("anna"));
    }

    /** A day before its time is over, and never twice. */
    @Test
    void whoDoesNotComeIsRemindedOnceBeforeItGoesBack() {
        var store = retailer.store("notices");
        var mug = article("mug", store);
        var soon = placed(new Delivery.Collect(store), ANNA, mug, 1);
        var later = placed(new Delivery.Collect(store), ANNA, mug, 1);
        ready(soon);
        ready(later);
        collectWithin(later, 25 * 60);
        collectWithin(soon, 23 * 60);
        assertThat(shown(soon, "order-reminder")).contains("only a little longer", "until", "back on the shelf", "Show this code");
        collectWithin(soon, 60);
        var next = placed(new Delivery.Collect(store), ANNA, mug, 1);
        ready(next);
        collectWithin(next, 60);
        assertThat(shown(next, "order-reminder")).contains("until");
        assertThat(log.ofOrder(soon, 50).stream().filter(event -> event.type().equals(ShipmentChanged.REMINDED))).hasSize(1);
        assertThat(log.ofOrder(later, 50)).noneMatch(event -> event.type().equals(ShipmentChanged.REMINDED));
    }

    private void collectWithin(OrderId order, int minutes) {
        database.sql("UPDATE fulfilment.shipment SET collect_by = now() + :minutes * interval '1 minute' WHERE order_id = :order")
                .param("minutes", minutes)
                .param("order", order.value())
                .update();
    }

    @Test
    void whoIsSentSomethingInGermanHearsInGermanThatItIsOnItsWayOrCancelled() {
        var store = retailer.store("notices");
        var home = new Address("Anna", "Hauptstraße 1", null, "Köln", null, "50667", "DE");
        var mug = article("mug", store);
        var order = placed(new Delivery.Ship(home), ANNA, mug, 1);
        assertThat(shown(order, "order-confirmed")).contains("Guten Tag Anna", "Hauptstraße 1", "8,80");
        var gone = placed(new Delivery.Ship(home), ANNA, mug, 1);
        assertThat(orders.cancel(gone, "none", Touchpoint.SYSTEM)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(shown(gone, "order-cancelled")).contains("ist storniert", "auf dem gleichen Weg zurück");
        var shipment = shipment(order);
        done(fulfilment.accept(shipment, STAFF));
        done(fulfilment.pick(shipment, STAFF));
        done(fulfilment.pack(shipment, STAFF));
        done(fulfilment.ship(shipment, "1Z-<7>", STAFF));
        assertThat(shown(order, "order-shipped")).contains("ist unterwegs", "1Z-&lt;7&gt;");
    }

    @Test
    void whoGetsOnePartAndCollectsTheOtherReadsWhatGoesWhere() {
        var store = retailer.store("notices");
        var home = new Address("Anna", "Hauptstraße 1", null, "Köln", null, "50667", "DE");
        var mug = article("mug", store);
        var cup = article("cup", store);
        var outcome = (Placed) orders.place(new PlaceOrder(
                UUID.randomUUID().toString(), "hash", null, List.of(line(mug, 2), line(cup, 1)),
                new Delivery.Mixed(home, store, List.of(cup)), USD, null, ANNA, card("tok_approve"), Retailer.WEB));
        var mail = shown(outcome.order(), "order-confirmed");
        assertThat(mail).contains("beide Teile", "Hauptstraße 1", store.value(), "wird geliefert", "zum Abholen", "26,40");
    }

    @Test
    void whoLeftNoAddressOrCarriedItAwayGetsNoMail() {
        var store = retailer.store("notices");
        var mug = article("mug", store);
        var silent = placed(new Delivery.Collect(store), Contact.NONE, mug, 1);
        var away = placed(new Delivery.TakeAway(store), ANNA, mug, 1);
        var last = placed(new Delivery.Collect(store), ANNA, mug, 1);
        assertThat(shown(last, "order-confirmed")).isNotEmpty();
        assertThat(mailsOf(silent)).isEmpty();
        assertThat(mailsOf(away)).isEmpty();
    }

    private Sku article(String name, LocationId store) {
        var sku = retailer.article(name, 800);
        retailer.stock(sku, store, 10);
        return sku;
    }

    private OrderId placed(Delivery delivery, Contact contact, Sku sku, int pieces) {
        var paying = delivery instanceof Delivery.TakeAway ? new PlaceOrder.Paying.InCash() : card("tok_approve");
        var outcome = orders.place(new PlaceOrder(
                UUID.randomUUID().toString(),
                "hash",
                null,
                List.of(line(sku, pieces)),
                delivery,
                USD,
                null,
                contact,
                paying,
                Retailer.WEB));
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }

    private void ready(OrderId order) {
        var shipment = shipment(order);
        done(fulfilment.accept(shipment, STAFF));
        done(fulfilment.pick(shipment, STAFF));
        done(fulfilment.ready(shipment, STAFF));
    }

    private io.stoa.fulfilment.ShipmentId shipment(OrderId order) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(order), all -> !all.isEmpty())
                .getFirst()
                .id();
    }

    private static void done(ShipmentOutcome outcome) {
        assertThat(outcome).isInstanceOf(ShipmentOutcome.Done.class);
    }

    private String shown(OrderId order, String kind) {
        var one = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> mailsOf(order).stream()
                                .filter(message -> message.kind().equals(kind))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
        assertThat(one.state()).isNotEqualTo(MessageState.FAILED);
        var html = mail.shown(one.id()).orElseThrow();
        keep(kind + "-" + one.language(), html);
        return html;
    }

    /** For people to look at; the folder is thrown away with the build. */
    private static void keep(String name, String html) {
        try {
            Files.createDirectories(PICTURES);
            Files.writeString(PICTURES.resolve("mail-" + name + ".html"), html);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Message> mailsOf(OrderId order) {
        return mail.list(null, "", null, 200).items().stream()
                .filter(message -> order.equals(message.order()))
                .toList();
    }
}

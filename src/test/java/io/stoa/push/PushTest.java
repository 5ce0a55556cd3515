package io.stoa.push;

import static io.stoa.Retailer.USD;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer hears of their order on a screen. */
@StoaTest
class PushTest {

    private static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));

    @Autowired
    Push push;

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoAskedIsToldThatTheOrderIsReadyInWordsOnlyTheirBrowserReads() throws Exception {
        try (var service = PushService.open()) {
            var order = order();
            push.subscribe(service.subscription("phone"), "order:" + order, "de");
            ready(order);
            await().atMost(Duration.ofSeconds(30)).until(() -> service.taken() == 1);
            var shown = service.shown(push.publicKey());
            assertThat(shown.path("title").asString()).contains("liegt bereit", order.toString());
            assertThat(shown.path("href").asString()).startsWith("/shop/orders/" + order + "/");
            assertThat(shown.toString()).doesNotContain(fulfilment.codes(order).values().iterator().next());
            await().until(() -> state("%ready%", order).equals("SENT"));
        }
    }

    @Test
    void aMessageIsWrittenOnceTriedAgainAndForgottenWithABrowserThatIsGone() throws Exception {
        try (var service = PushService.open()) {
            var topic = "order:" + UUID.randomUUID();
            push.subscribe(service.subscription("desk"), topic, "en");
            var me = push.interested(List.of(topic)).getFirst();
            service.answers(503);
            var notice = new Notice("key", "A title", "Some words", "/shop", "tag");
            assertThat(written(me, notice)).isTrue();
            assertThat(written(me, notice)).as("the same again").isFalse();
            await().until(() -> tries(me) == 1 && service.taken() == 1);
            service.answers(201);
            dueNow(me);
            await().until(() -> service.taken() == 2);
            assertThat(service.shown(push.publicKey()).path("body").asString()).isEqualTo("Some words");

            service.answers(410);
            assertThat(written(me, new Notice("another", "A title", "Some words", "/shop", "tag"))).isTrue();
            await().until(() -> push.interested(List.of(topic)).isEmpty());
            assertThat(written(me, new Notice("third", "A title", "Some words", "/shop", "tag"))).isFalse();
            assertThat(service.taken()).isEqualTo(3);
        }
    }

    /** The old address proves who asks; nothing else does. */
    @Test
    void aBrowserWhoseAddressChangedIsToldAtTheNewOne() throws Exception {
        try (var service = PushService.open()) {
            var topic = "order:" + UUID.randomUUID();
            var fresh = service.subscription("moved");
            push.subscribe(service.subscription("old"), topic, "en");
            var me = push.interested(List.of(topic)).getFirst();
            assertThat(push.move(service.subscription("unknown").endpoint(), fresh)).isFalse();
            assertThatThrownBy(() -> push.move(service.subscription("old").endpoint(), new Subscription("https://10.0.0.1/x", fresh.p256dh(), fresh.auth())))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(push.move(service.subscription("old").endpoint(), fresh)).isTrue();
            assertThat(push.interested(List.of(topic))).containsExactly(me);
            push.unsubscribe(service.subscription("old").endpoint(), topic);
            assertThat(push.interested(List.of(topic))).as("the old address is nobody's any more").hasSize(1);
            assertThat(written(me, new Notice("moved", "A title", "Some words", "/shop", "tag"))).isTrue();
            await().until(() -> service.taken() == 1);
        }
    }

    @Test
    void whoWantsToHearNoMoreIsNotTold() throws Exception {
        try (var service = PushService.open()) {
            var topic = "order:" + UUID.randomUUID();
            push.subscribe(service.subscription("phone"), topic, "en");
            push.subscribe(service.subscription("phone"), topic, "de");
            assertThat(push.interested(List.of(topic))).extracting(Subscriber::language).containsExactly("de");
            push.unsubscribe(service.subscription("phone").endpoint(), topic);
            assertThat(push.interested(List.of(topic))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://fcm.googleapis.com/x", "https://fcm.googleapis.com.evil.example/x", "https://169.254.169.254/latest", "https://10.0.0.1/x",
        "https://fcm.googleapis.com:8443/x", "file:///etc/passwd"
    })
    void aVisitorCannotSendThisHouseToAnotherMachine(String endpoint) throws Exception {
        try (var service = PushService.open()) {
            var good = service.subscription("phone");
            var bad = new Subscription(endpoint, good.p256dh(), good.auth());
            assertThatThrownBy(() -> push.subscribe(bad, "order:1", "en")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void restsGrowBetweenTries() {
        var now = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(Messenger.due(1, now)).isEqualTo(now.plusSeconds(10));
        assertThat(Messenger.due(3, now)).isEqualTo(now.plusSeconds(160));
        assertThat(Messenger.due(12, now)).isEqualTo(now.plus(Duration.ofHours(2)));
    }

    private boolean written(Subscriber to, Notice notice) {
        return Boolean.TRUE.equals(transaction.execute(status -> push.write(to, notice)));
    }

    private int tries(Subscriber to) {
        return database.sql("SELECT attempts FROM push.message WHERE subscription = :id AND cause LIKE 'Status%'")
                .param("id", to.id())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void dueNow(Subscriber to) {
        var _ = database.sql("UPDATE push.message SET due_at = now() WHERE subscription = :id").param("id", to.id()).update();
    }

    private String state(String key, OrderId order) {
        return database.sql("""
                SELECT m.state FROM push.message m JOIN push.interest i USING (subscription)
                 WHERE m.key LIKE :key AND i.topic = :topic
                """).param("key", key).param("topic", "order:" + order).query(String.class).optional().orElse("");
    }

    private OrderId order() {
        var store = retailer.store("push");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 2);
        var wish = new PlaceOrder(
                UUID.randomUUID().toString(), "same", null, List.of(line(mug, 1)), new Delivery.Collect(store), USD, null, Contact.NONE,
                card("tok_approve"), Touchpoint.of(Channel.WEB, Actor.GUEST));
        return ((Placed) orders.place(wish)).order();
    }

    private void ready(OrderId order) {
        var shipment = await().atMost(Duration.ofSeconds(30)).until(() -> fulfilment.of(order), all -> !all.isEmpty()).getFirst();
        var _ = fulfilment.accept(shipment.id(), STAFF);
        var _ = fulfilment.pick(shipment.id(), STAFF);
        var _ = fulfilment.ready(shipment.id(), STAFF);
    }
}

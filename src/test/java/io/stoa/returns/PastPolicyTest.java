package io.stoa.returns;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.locations.Locations;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.Late;
import io.stoa.returns.ReturnOutcome.PastPolicy;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.returns.policy.ReturnPolicy;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Until when goods may come back, and what a manager does about it. */
@StoaTest
class PastPolicyTest {

    private static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Returns returns;

    @Autowired
    ReturnPolicies policies;

    @Autowired
    Locations locations;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    Ids ids;

    @AfterEach
    void thePolicyThatStoaComesWith() {
        holds(ReturnPolicy.OWN);
    }

    @Test
    void onTheLastDayItComesBackAndOnTheNextOnlyIfItIsFaulty() {
        var store = retailer.store("last-day");
        var mug = article("mug", store, 4);
        var order = taken(store, mug, 4);
        longAgo(order, 30);
        assertThat(returns.returnAtTill(wish(order, ReturnReason.CHANGED_MIND), store, Map.of(), STAFF)).isInstanceOf(Done.class);
        longAgo(order, 1);
        var until = LocalDate.ofInstant(orders.find(order).orElseThrow().placedAt(), zone(store)).plusDays(30);
        assertThat(returns.returnAtTill(wish(order, ReturnReason.CHANGED_MIND), store, Map.of(), STAFF))
                .isEqualTo(new PastPolicy(List.of(new Late(1, until))));
        assertThat(returns.returnAtTill(wish(order, ReturnReason.FAULTY), store, Map.of(), STAFF)).isInstanceOf(Done.class);
        longAgo(order, 700);
        assertThat(returns.returnAtTill(wish(order, ReturnReason.FAULTY), store, Map.of(), STAFF)).isInstanceOf(PastPolicy.class);
        assertThat(returns.of(order)).hasSize(2);
    }

    @Test
    void whatAManagerTakesBackAllTheSameSaysWhoAndWhy() {
        var store = retailer.store("all-the-same");
        var mug = article("mug", store, 2);
        var order = taken(store, mug, 2);
        var early = (Done) returns.returnAtTill(
                wish(order, ReturnReason.OTHER).with(new Overrule("boss", "unneeded")), store, Map.of(), STAFF);
        assertThat(early.document().overrule()).as("within the time nobody is overruled").isNull();
        longAgo(order, 90);
        var wish = wish(order, ReturnReason.CHANGED_MIND);
        assertThat(returns.returnAtTill(wish, store, Map.of(), STAFF)).isInstanceOf(PastPolicy.class);
        var done = (Done) returns.returnAtTill(wish.with(new Overrule("boss", " A good customer ")), store, Map.of(), STAFF);
        assertThat(done.document().overrule()).isEqualTo(new Overrule("boss", "A good customer"));
        assertThat(returns.find(done.document().id()).orElseThrow().overrule()).isEqualTo(done.document().overrule());
        assertThat(log.about("return:" + done.document().id(), 10))
                .allSatisfy(event -> assertThat(event.payload()).contains("boss").doesNotContain("A good customer"));
    }

    /** A parcel is given five days: those that were sent have thirty-five. */
    @Test
    void theDaysOfAParcelCountFromWhenItLeftAndOfWhatIsAnnouncedInTimeNoMore() {
        var store = retailer.store("parcel");
        var mug = article("mug", store, 2);
        var order = placed(new Delivery.Ship(HOME), mug, 2);
        longAgo(order, 100);
        assertThat(orders.fulfil("test-" + ids.next(), order, new Part(store, List.of(new Piece(1, mug, Quantity.of(2)))), STAFF))
                .isInstanceOf(ChangeOutcome.Done.class);
        longAgo(order, 35);
        var announced = (Done) returns.open(wish(order, ReturnReason.CHANGED_MIND), STAFF);
        longAgo(order, 1);
        assertThat(returns.open(wish(order, ReturnReason.CHANGED_MIND), STAFF)).isInstanceOf(PastPolicy.class);
        assertThat(returns.receive(announced.document().id(), store, Map.of(), STAFF)).isInstanceOf(Done.class);
    }

    @Test
    void aShelfOfWhichNothingComesBackIsOneOfWhichOnlyFaultyThingsDo() {
        var store = retailer.store("never-back");
        var mug = article("mug", store, 2);
        var order = taken(store, mug, 2);
        holds(new ReturnPolicy(0, 730, 5, List.of()));
        assertThat(returns.open(wish(order, ReturnReason.CHANGED_MIND), STAFF))
                .isEqualTo(new PastPolicy(List.of(new Late(1, null))));
        assertThat(returns.open(wish(order, ReturnReason.WRONG_ARTICLE), STAFF)).isInstanceOf(Done.class);
        assertThat(policies.deadlines(orders.find(order).orElseThrow(), zone(store)).values())
                .allSatisfy(deadline -> assertThat(deadline.until()).isNull())
                .hasSize(1);
    }

    @Test
    void ofTwoWhoChangeThePolicyTheSecondIsTold() {
        holds(new ReturnPolicy(14, 730, 5, List.of()));
        long version = policies.policy().version();
        assertThat(policies.save(new ReturnPolicy(15, 730, 5, List.of()), new Expected.Version(Set.of(version)), STAFF))
                .isEqualTo(new Saved.Done(version + 1, false));
        assertThat(policies.save(new ReturnPolicy(16, 730, 5, List.of()), new Expected.Version(Set.of(version)), STAFF))
                .isEqualTo(new Saved.Stale());
        assertThat(policies.policy().value().days()).isEqualTo(15);
        assertThat(log.about("return-policy", 100).getLast().keyVersion()).isEqualTo(version + 1);
    }

    private void holds(ReturnPolicy policy) {
        assertThat(policies.save(policy, new Expected.Something(), STAFF)).isInstanceOf(Saved.Done.class);
    }

    /** Time passes for one order: all of it happened so many days earlier. */
    private void longAgo(OrderId order, int days) {
        for (var moved : List.of("orders.orders SET placed_at = placed_at", "orders.line SET fulfilled_at = fulfilled_at")) {
            database.sql("UPDATE %s - make_interval(days => %d) WHERE %s = %s"
                            .formatted(moved, days, moved.startsWith("orders.line") ? "order_id" : "id", order))
                    .update();
        }
    }

    private ZoneId zone(LocationId store) {
        return locations.find(store).orElseThrow().zone();
    }

    private OrderId taken(LocationId store, Sku sku, int pieces) {
        var outcome = orders.place(order(new Delivery.TakeAway(store), new InCash(), line(sku, pieces)));
        return ((Placed) outcome).order();
    }

    private OrderId placed(Delivery delivery, Sku sku, int pieces) {
        return ((Placed) orders.place(order(delivery, card("tok_approve"), line(sku, pieces)))).order();
    }

    private Sku article(String name, LocationId store, int pieces) {
        var sku = retailer.article(name, 1000);
        retailer.stock(sku, store, pieces);
        return sku;
    }

    private NewReturn wish(OrderId order, ReturnReason reason) {
        return new NewReturn("test-" + ids.next(), order, List.of(new NewReturn.Line(1, Quantity.of(1), reason)));
    }
}

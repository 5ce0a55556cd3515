package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.events.EventLog;
import io.stoa.parking.Parked;
import io.stoa.parking.Parking;
import io.stoa.parking.RecallOutcome;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Staff;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Baskets put aside at one till and taken up at another of the same store. */
@DemoTest
class ParkedBasketsTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Parking parking;

    @Autowired
    private Staff staff;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    @Test
    void aParkedBasketIsTakenUpAtAnotherTillAndHoldsNoStock() throws Exception {
        var store = retailer.store("parks");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var first = Associate.at(store, staff, port);
        var second = Associate.at(store, staff, port);
        first.scan(mug);
        first.scan(mug);
        assertThat(first.look("/till/parked")).contains("Put these 2 pieces aside", "mug, ", "holds no stock").doesNotContain("till.park");
        assertThat(first.send("/till/parked", "name=Blue+coat")).contains("Parked: Blue coat", "Scan the first article", "Parked (1)");
        assertThat(retailer.row(mug, store).available()).isEqualTo(5);
        assertThat(second.look("/till/parked")).contains("Blue coat", "2 pieces");
        var basket = only(store);
        assertThat(log.about("basket:" + basket.id(), 5)).hasSize(1).allSatisfy(event -> assertThat(event.payload()).doesNotContain("Blue"));

        second.scan(mug);
        assertThat(second.send("/till/parked/" + basket.id() + "/recall", "")).contains("Put the basket in hand aside first", "Blue coat");
        second.send("/till/empty", "");
        assertThat(Associate.amount("total", second.send("/till/parked/" + basket.id() + "/recall", ""))).isEqualTo("$22.00");
        assertThat(first.send("/till/parked/" + basket.id() + "/recall", "")).contains("Blue coat was taken up by till-");
        assertThat(second.payCash("22")).contains("Sold");
        assertThat(parking.number(store)).isZero();
    }

    @Test
    void ofManyTillsThatAskAtOnceOneGetsIt() throws Exception {
        var store = retailer.store("race");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.send("/till/parked", "name=");
        var basket = only(store);
        assertThat(basket.name()).startsWith("mug, ");
        var asked = new ArrayList<Future<RecallOutcome>>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (int i = 0; i < 12; i++) {
                asked.add(threads.submit(() -> parking.recall(basket.id(), store, at(store))));
            }
        }
        int won = 0;
        for (var one : asked) {
            won += one.get() instanceof RecallOutcome.Recalled ? 1 : 0;
        }
        assertThat(won).isEqualTo(1);
        assertThat(parking.recall(basket.id(), new LocationId("elsewhere"), at(store))).isInstanceOf(RecallOutcome.NoSuchBasket.class);
    }

    @Test
    void whatWaitsFromTheDayBeforeSaysSoAndIsThrownAwayWithUndo() throws Exception {
        var store = retailer.store("old");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        associate.send("/till/parked", "name=Green+scarf");
        var basket = only(store);
        database.sql("UPDATE parking.basket SET parked_at = parked_at - interval '1 day' WHERE id = :id")
                .param("id", basket.id().value())
                .update();
        assertThat(associate.look("/till/parked")).contains("waits since");
        assertThat(associate.send("/till/parked/" + basket.id() + "/discard", "")).contains("Thrown away: Green scarf", "Nothing is parked");
        assertThat(associate.send("/till/parked/" + basket.id() + "/undo", "")).contains("Green scarf", "waits since").doesNotContain("Thrown away");
        associate.send("/till/parked/" + basket.id() + "/discard", "");
        database.sql("UPDATE parking.basket SET changed_at = changed_at - interval '2 minutes' WHERE id = :id")
                .param("id", basket.id().value())
                .update();
        assertThat(associate.look("/till/parked")).doesNotContain("Green scarf");
        assertThat(parking.restore(basket.id(), store, at(store))).isFalse();
    }

    private Parked only(LocationId store) {
        assertThat(parking.waiting(store)).hasSize(1);
        return parking.waiting(store).getFirst();
    }

    private static Touchpoint at(LocationId store) {
        return new Touchpoint(Channel.TILL, store, Actor.staff("test"));
    }
}

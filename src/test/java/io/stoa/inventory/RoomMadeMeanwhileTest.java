package io.stoa.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Admission.Held;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A buyer who waits for a row gets what the transaction before has made room for, and nothing beyond it. */
@StoaTest
class RoomMadeMeanwhileTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Ids ids;

    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;

    @BeforeEach
    void threePiecesInLeeds() {
        sku = retailer.article("room", 1_000);
        leeds = retailer.store("leeds");
        retailer.stock(sku, leeds, 3);
    }

    @Test
    void whatIsGivenBackWhileABuyerWaitsIsHeldForThatBuyer() throws Exception {
        long first = ids.next();
        assertThat(hold(first, 3)).containsExactly(new Held());
        assertThat(waitingFor(() -> inventory.releaseAll(List.of(first), Touchpoint.SYSTEM), 3)).containsExactly(new Held());
        assertThat(retailer.row(sku, leeds)).extracting(Availability::held, Availability::over).containsExactly(3, 0);
    }

    @Test
    void whatComesInWhileABuyerWaitsIsHeldForThatBuyer() throws Exception {
        assertThat(hold(ids.next(), 3)).containsExactly(new Held());
        assertThat(waitingFor(() -> retailer.stock(sku, leeds, 2), 2)).containsExactly(new Held());
        assertThat(retailer.row(sku, leeds)).extracting(Availability::onHand, Availability::held).containsExactly(5, 5);
    }

    @Test
    void whatIsTakenWhileABuyerWaitsIsRefused() throws Exception {
        var admissions = waitingFor(() -> inventory.holdAll(List.of(request(ids.next(), 2))), 2);
        assertThat(admissions).doesNotContain(new Held());
        assertThat(retailer.row(sku, leeds).held()).isEqualTo(2);
    }

    /** What a buyer is told whose statement began before the change was committed and had to wait for it. */
    private List<Admission> waitingFor(Runnable change, int pieces) throws Exception {
        try (var buyer = Executors.newSingleThreadExecutor()) {
            Future<List<Admission>> told = transactions.execute(status -> {
                change.run();
                var asked = buyer.submit(() -> hold(ids.next(), pieces));
                int us = database.sql("SELECT pg_backend_pid()").query(Integer.class).single();
                Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Retailer.isAwaited(database, us));
                return asked;
            });
            return told.get();
        }
    }

    private List<Admission> hold(long owner, int pieces) {
        return transactions.execute(status -> inventory.holdAll(List.of(request(owner, pieces))));
    }

    private HoldRequest request(long owner, int pieces) {
        var demand = new Demand(1, sku, leeds, Quantity.of(pieces));
        return new HoldRequest(owner, List.of(demand), Instant.now().plusSeconds(600), Touchpoint.SYSTEM);
    }
}

package io.stoa.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class TransfersTest {

    private static final int SENDERS = 8;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Transfers transfers;

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
    private LocationId york = LocationId.WEB;

    @BeforeEach
    void tenPiecesInLeeds() {
        sku = retailer.article("transfer", 1_000);
        leeds = retailer.store("leeds");
        york = retailer.store("york");
        retailer.stock(sku, leeds, 10);
    }

    @Test
    void whatIsOnTheWayCanBePromisedNowhere() {
        var sent = sent(send("a", 4));
        assertThat(retailer.row(sku, leeds).available()).isEqualTo(6);
        assertThat(retailer.row(sku, york)).extracting(Availability::available, Availability::inTransit).containsExactly(0, 4);
        assertThat(transfers.receive(sent.id(), Map.of(), Touchpoint.SYSTEM)).isInstanceOf(TransferOutcome.Done.class);
        assertThat(retailer.row(sku, york)).extracting(Availability::available, Availability::inTransit).containsExactly(4, 0);
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsPromisedStays() {
        promise(7);
        assertThat(send("b", 4)).isEqualTo(new TransferOutcome.TooFew(sku, 3));
        assertThat(send("c", 3)).isInstanceOf(TransferOutcome.Done.class);
        assertThat(retailer.row(sku, leeds)).extracting(Availability::onHand, Availability::over).containsExactly(7, 0);
    }

    @Test
    void whatIsMissingOrTooMuchAtReceiptIsACountedDifference() {
        var few = sent(send("d", 4));
        assertThat(transfers.receive(few.id(), Map.of(sku, 1), Touchpoint.SYSTEM)).isInstanceOf(TransferOutcome.Done.class);
        assertThat(retailer.row(sku, york)).extracting(Availability::onHand, Availability::inTransit).containsExactly(1, 0);
        assertThat(inventory.movements(sku, york, 10)).extracting(PastMovement::kind).contains(MovementKind.MISSED);
        var many = sent(send("e", 2));
        assertThat(transfers.receive(many.id(), Map.of(sku, 5), Touchpoint.SYSTEM)).isInstanceOf(TransferOutcome.Done.class);
        assertThat(retailer.row(sku, york)).extracting(Availability::onHand, Availability::inTransit).containsExactly(6, 0);
        assertThat(inventory.movements(sku, york, 10)).extracting(PastMovement::kind).contains(MovementKind.RECEIVED);
        assertThat(differences()).isEmpty();
    }

    @Test
    void bothStepsMayBeRepeatedAndCountOnce() throws Exception {
        var sent = atOnce(() -> send("once" + leeds, 2));
        assertThat(sent).allMatch(TransferOutcome.Done.class::isInstance);
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(8);
        assertThat(send("once" + leeds, 3)).isInstanceOf(TransferOutcome.KeyReused.class);
        var id = sent(sent.getFirst()).id();
        assertThat(atOnce(() -> transfers.receive(id, Map.of(sku, 2), Touchpoint.SYSTEM)))
                .allMatch(TransferOutcome.Done.class::isInstance);
        assertThat(retailer.row(sku, york).onHand()).isEqualTo(2);
        assertThat(transfers.receive(id, Map.of(sku, 1), Touchpoint.SYSTEM)).isInstanceOf(TransferOutcome.ReceivedAlready.class);
        assertThat(differences()).isEmpty();
    }

    @Test
    void goodsGoOnlyToAndFromPlacesThatHoldStock() {
        var nowhere = new LocationId("nowhere-" + ids.next());
        for (var place : List.of(nowhere, LocationId.WEB)) {
            var to = new NewTransfer("to " + place + leeds, leeds, place, Map.of(sku, Quantity.of(1)));
            var from = new NewTransfer("from " + place + leeds, place, leeds, Map.of(sku, Quantity.of(1)));
            assertThat(transfers.send(to, Touchpoint.SYSTEM)).isEqualTo(new TransferOutcome.NoSuchPlace(place));
            assertThat(transfers.send(from, Touchpoint.SYSTEM)).isEqualTo(new TransferOutcome.NoSuchPlace(place));
        }
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(10);
        assertThat(inventory.availability(List.of(sku)).getOrDefault(sku, List.of()))
                .extracting(Availability::location)
                .doesNotContain(nowhere, LocationId.WEB);
    }

    @Test
    void manySendersNeverSendMoreThanThereIs() throws Exception {
        var outcomes = atOnce(() -> send(UUID.randomUUID().toString(), 3));
        assertThat(outcomes.stream().filter(TransferOutcome.Done.class::isInstance)).hasSize(3);
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(1);
        assertThat(retailer.row(sku, york).inTransit()).isEqualTo(9);
        assertThat(differences()).isEmpty();
    }

    @Test
    void buyersAndSendersTogetherNeverGetMoreThanThereIs() throws Exception {
        retailer.stock(sku, leeds, 90);
        var turns = new AtomicInteger();
        var got = new AtomicInteger();
        for (int round = 0; round < 40; round++) {
            var _ = atOnce(() -> {
                boolean sends = turns.getAndIncrement() % 2 == 0;
                boolean done = sends ? send(UUID.randomUUID().toString(), 1) instanceof TransferOutcome.Done : isHeld(1);
                got.addAndGet(done ? 1 : 0);
                return new TransferOutcome.NoSuchTransfer();
            });
        }
        assertThat(got).hasValue(100);
        var row = retailer.row(sku, leeds);
        assertThat(row.held()).isEqualTo(row.onHand());
        assertThat(row.over()).isZero();
        assertThat(differences()).isEmpty();
    }

    /** The proof must be able to fail: what is in transit without a transfer, or the other way round, is found. */
    @Test
    void theReconcilerFindsATransitThatNobodySent() {
        var sent = sent(send("f", 4));
        database.sql("UPDATE inventory.transfer_line SET sent = 3 WHERE transfer_id = :id").param("id", sent.id().value()).update();
        assertThat(differences()).extracting(Reconciliation.Difference::counter).containsExactly("on the way");
        database.sql("UPDATE inventory.transfer_line SET sent = 4 WHERE transfer_id = :id").param("id", sent.id().value()).update();
        assertThat(differences()).isEmpty();
    }

    private List<Reconciliation.Difference> differences() {
        return inventory.reconcile().differences().stream().filter(one -> one.sku().equals(sku)).toList();
    }

    private void promise(int pieces) {
        assertThat(isHeld(pieces)).isTrue();
    }

    private boolean isHeld(int pieces) {
        var demand = new Demand(1, sku, leeds, Quantity.of(pieces));
        var request = new HoldRequest(ids.next(), List.of(demand), Instant.now().plusSeconds(600), Touchpoint.SYSTEM);
        List<Admission> admissions = transactions.execute(status -> inventory.holdAll(List.of(request)));
        return List.of(new Admission.Held()).equals(admissions);
    }

    private TransferOutcome send(String key, int pieces) {
        var wish = new NewTransfer("test-" + leeds + key, leeds, york, Map.of(sku, Quantity.of(pieces)));
        return transfers.send(wish, Touchpoint.SYSTEM);
    }

    private static Transfer sent(TransferOutcome outcome) {
        return ((TransferOutcome.Done) outcome).transfer();
    }

    private static List<TransferOutcome> atOnce(Callable<TransferOutcome> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(SENDERS)) {
            var calls = IntStream.range(0, SENDERS).mapToObj(i -> threads.submit(call)).toList();
            var outcomes = new ArrayList<TransferOutcome>();
            for (var one : calls) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}

package io.stoa.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.MovementKind;
import io.stoa.inventory.PastMovement;
import io.stoa.inventory.Reconciliation;
import io.stoa.purchasing.PurchaseOrder.State;
import io.stoa.purchasing.PurchaseOutcome.Done;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class PurchasingTest {

    private static final int PEOPLE = 6;
    private static final int STEPS = 200;
    private static final long SEED = 26;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Ids ids;

    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;
    private SupplierId supplier = new SupplierId(1);

    @BeforeEach
    void aSupplier() {
        sku = retailer.article("purchase", 1_000);
        leeds = retailer.store("leeds");
        supplier = new SupplierId(ids.next());
        var _ = suppliers.save(
                new Supplier(supplier, "Potters " + supplier, "orders@potters.example", 7), new Expected.Nothing(), Touchpoint.SYSTEM);
    }

    @Test
    void whatWasPlacedIsOnItsWayUntilItCame() {
        var drafted = done(purchasing.draft(wish("a", 10), Touchpoint.SYSTEM));
        assertThat(inventory.availability(List.of(sku))).isEmpty();
        var placed = done(purchasing.place(drafted.id(), Touchpoint.SYSTEM));
        assertThat(placed.expected()).isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(7));
        assertThat(purchasing.place(drafted.id(), Touchpoint.SYSTEM)).isEqualTo(new Done(placed, true));
        assertCounters(0, 0, 10);
        var some = done(receive(placed, 4, 0));
        assertThat(some.state()).isEqualTo(State.PLACED);
        assertCounters(4, 0, 6);
        var all = done(receive(some, 5, 1));
        assertThat(all.state()).isEqualTo(State.RECEIVED);
        assertThat(all.receipts()).extracting(PurchaseOrder.Receipt::goods)
                .containsExactly(Map.of(sku, new Count(4, 0)), Map.of(sku, new Count(5, 1)));
        assertCounters(9, 1, 0);
    }

    @Test
    void moreThanWasOrderedIsTakenOnlyWhenSomebodySaysSo() {
        var placed = placed(10);
        assertThat(receive(placed, 12, 0)).isEqualTo(new PurchaseOutcome.TooMany(sku, 10));
        assertCounters(0, 0, 10);
        var over = done(purchasing.receive(placed.id(), receipt(placed, 12, 1, true), Touchpoint.SYSTEM));
        assertThat(over.lines()).extracting(PurchaseOrder.Line::over).containsExactly(3);
        assertThat(over.state()).isEqualTo(State.RECEIVED);
        assertThat(inventory.movements(sku, leeds, 10)).extracting(PastMovement::kind)
                .containsExactlyInAnyOrder(
                        MovementKind.EXPECTED, MovementKind.DELIVERED, MovementKind.RECEIVED, MovementKind.DAMAGED);
        assertCounters(12, 1, 0);
    }

    @Test
    void whatIsCalledOffOrClosedShortIsNotOnItsWay() {
        var off = placed(10);
        assertThat(done(purchasing.callOff(off.id(), Touchpoint.SYSTEM)).state()).isEqualTo(State.CALLED_OFF);
        assertCounters(0, 0, 0);
        assertThat(receive(off, 1, 0)).isInstanceOf(PurchaseOutcome.NotInThisState.class);
        var some = placed(10);
        assertThat(purchasing.close(some.id(), Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.NotInThisState.class);
        var part = done(receive(some, 3, 0));
        assertThat(purchasing.callOff(some.id(), Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.NotInThisState.class);
        assertThat(done(purchasing.close(part.id(), Touchpoint.SYSTEM)).state()).isEqualTo(State.CLOSED);
        assertThat(((Done) purchasing.close(part.id(), Touchpoint.SYSTEM)).repeated()).isTrue();
        assertCounters(3, 0, 0);
    }

    @Test
    void whatIsSentTwiceCountsOnce() throws Exception {
        var placed = placed(10);
        var receipt = receipt(placed, 4, 0, false);
        assertThat(atOnce(() -> purchasing.receive(placed.id(), receipt, Touchpoint.SYSTEM))).allMatch(Done.class::isInstance);
        assertCounters(4, 0, 6);
        var other = new NewReceipt(receipt.key(), receipt.seen(), Map.of(sku, new Count(5, 0)), false);
        assertThat(purchasing.receive(placed.id(), other, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.KeyReused.class);
        var drafts = atOnce(() -> purchasing.draft(wish("once", 3), Touchpoint.SYSTEM));
        assertThat(drafts.stream().map(PurchasingTest::done).map(PurchaseOrder::id).distinct()).hasSize(1);
        assertThat(purchasing.draft(wish("once", 4), Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.KeyReused.class);
        assertCounters(4, 0, 6);
    }

    /** Each with a form and a key of their own: the first one counts, the others are told. */
    @Test
    void ofManyWhoCountTheSameDeliveryOneDoes() throws Exception {
        var placed = placed(10);
        var outcomes = atOnce(() -> receive(placed, 4, 0));
        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(PurchaseOutcome.ChangedMeanwhile.class::isInstance)).hasSize(PEOPLE - 1);
        assertCounters(4, 0, 6);
    }

    @Test
    void whatIsUnknownIsRefused() {
        var nobody = new NewPurchaseOrder("n" + leeds, new SupplierId(ids.next()), leeds, Retailer.USD, null, goods(1));
        assertThat(purchasing.draft(nobody, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.NoSuchSupplier.class);
        var web = new NewPurchaseOrder("w" + leeds, supplier, LocationId.WEB, Retailer.USD, null, goods(1));
        assertThat(purchasing.draft(web, Touchpoint.SYSTEM)).isEqualTo(new PurchaseOutcome.NoSuchPlace(LocationId.WEB));
        var strange = new Sku("strange-" + ids.next());
        var nothing = new NewPurchaseOrder(
                "s" + leeds, supplier, leeds, Retailer.USD, null, Map.of(strange, new NewPurchaseOrder.Wanted(Quantity.of(1), null)));
        assertThat(purchasing.draft(nothing, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.OtherGoods.class);
        var placed = placed(1);
        var others = new NewReceipt("o", new Expected.Something(), Map.of(strange, new Count(1, 0)), true);
        assertThat(purchasing.receive(placed.id(), others, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.OtherGoods.class);
    }

    @Test
    void afterARandomRunTheCountersAreWhatMoved() {
        var random = new Random(SEED);
        var orders = new ArrayList<PurchaseOrderId>();
        for (int step = 0; step < STEPS; step++) {
            if (orders.isEmpty() || random.nextInt(2) == 0) {
                orders.add(done(purchasing.draft(wish("r" + step, 1 + random.nextInt(20)), Touchpoint.SYSTEM)).id());
            }
            step(purchasing.find(orders.get(random.nextInt(orders.size()))).orElseThrow(), random);
        }
        var all = orders.stream().map(id -> purchasing.find(id).orElseThrow()).toList();
        assertThat(all).extracting(PurchaseOrder::state).contains(State.values());
        assertCounters(
                sum(all, PurchaseOrder.Line::good),
                sum(all, PurchaseOrder.Line::damaged),
                sum(all.stream().filter(one -> one.state() == State.PLACED).toList(), PurchaseOrder.Line::left));
    }

    /** The proof must be able to fail: what is on its way without a movement is found. */
    @Test
    void theReconcilerFindsWhatNobodyOrdered() {
        var _ = placed(4);
        assertCounters(0, 0, 4);
        var change = "UPDATE inventory.stock SET in_transit = in_transit + :more WHERE sku = :sku";
        database.sql(change).param("more", 1).param("sku", sku.value()).update();
        assertThat(differences()).extracting(Reconciliation.Difference::counter).containsExactly("in transit", "on the way");
        database.sql(change).param("more", -1).param("sku", sku.value()).update();
        assertThat(differences()).isEmpty();
    }

    private void step(PurchaseOrder order, Random random) {
        var _ = switch (random.nextInt(8)) {
            case 0, 1 -> purchasing.place(order.id(), Touchpoint.SYSTEM);
            case 2 -> purchasing.close(order.id(), Touchpoint.SYSTEM);
            case 3 -> purchasing.callOff(order.id(), Touchpoint.SYSTEM);
            default -> purchasing.receive(
                    order.id(), receipt(order, 1 + random.nextInt(8), random.nextInt(3), random.nextBoolean()), Touchpoint.SYSTEM);
        };
    }

    private static int sum(List<PurchaseOrder> orders, ToIntFunction<PurchaseOrder.Line> pieces) {
        return orders.stream().flatMap(one -> one.lines().stream()).mapToInt(pieces).sum();
    }

    private void assertCounters(int onHand, int damaged, int inTransit) {
        assertThat(retailer.row(sku, leeds))
                .extracting(Availability::onHand, Availability::damaged, Availability::inTransit)
                .containsExactly(onHand, damaged, inTransit);
        assertThat(differences()).isEmpty();
    }

    private List<Reconciliation.Difference> differences() {
        return inventory.reconcile().differences().stream().filter(one -> one.sku().equals(sku)).toList();
    }

    private PurchaseOrder placed(int pieces) {
        var drafted = done(purchasing.draft(wish(UUID.randomUUID().toString(), pieces), Touchpoint.SYSTEM));
        return done(purchasing.place(drafted.id(), Touchpoint.SYSTEM));
    }

    private NewPurchaseOrder wish(String key, int pieces) {
        return new NewPurchaseOrder("test-" + leeds + key, supplier, leeds, Retailer.USD, null, goods(pieces));
    }

    private Map<Sku, NewPurchaseOrder.Wanted> goods(int pieces) {
        return Map.of(sku, new NewPurchaseOrder.Wanted(Quantity.of(pieces), 450L));
    }

    private PurchaseOutcome receive(PurchaseOrder seen, int good, int damaged) {
        return purchasing.receive(seen.id(), receipt(seen, good, damaged, false), Touchpoint.SYSTEM);
    }

    private NewReceipt receipt(PurchaseOrder seen, int good, int damaged, boolean over) {
        return new NewReceipt(
                UUID.randomUUID().toString(), new Expected.Version(Set.of(seen.version())), Map.of(sku, new Count(good, damaged)), over);
    }

    private static PurchaseOrder done(PurchaseOutcome outcome) {
        return ((Done) outcome).order();
    }

    private static List<PurchaseOutcome> atOnce(Callable<PurchaseOutcome> call) throws Exception {
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var calls = IntStream.range(0, PEOPLE).mapToObj(i -> threads.submit(call)).toList();
            var outcomes = new ArrayList<PurchaseOutcome>();
            for (var one : calls) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}

package io.stoa.purchasing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.purchasing.PurchaseOrder.Line;
import io.stoa.purchasing.ReorderPoint.Shortage;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoaTest
class ReorderingTest {

    private static final int PEOPLE = 4;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Reordering reordering;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Ids ids;

    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;
    private SupplierId supplier = new SupplierId(1);

    @BeforeEach
    void aPointOfFive() {
        sku = retailer.article("soap", 300);
        leeds = retailer.store("leeds");
        supplier = new SupplierId(ids.next());
        var _ = suppliers.save(new Supplier(supplier, "Soap " + supplier, null, 2), new Expected.Nothing(), Touchpoint.SYSTEM);
        reordering.set(new ReorderPoint(sku, leeds, supplier, 5, 20), Touchpoint.SYSTEM);
    }

    @Test
    void whatIsAtItsPointIsShortAndWhatIsAboveIsNot() {
        retailer.stock(sku, leeds, 6);
        assertThat(shortages()).isEmpty();
        retailer.count(sku, leeds, 5);
        assertThat(shortages()).extracting(Shortage::available, Shortage::wanted).containsExactly(tuple(5, 15));
        reordering.remove(sku, leeds, Touchpoint.SYSTEM);
        assertThat(shortages()).isEmpty();
    }

    @Test
    void whatIsDraftedOrOnItsWayIsNotAskedForAgain() {
        retailer.stock(sku, leeds, 2);
        var drafts = drafts("one" + leeds);
        assertThat(drafts).hasSize(1);
        assertThat(drafts.getFirst().lines()).extracting(Line::sku, Line::ordered).containsExactly(tuple(sku, 18));
        assertThat(drafts.getFirst().location()).isEqualTo(leeds);
        assertThat(drafts("two" + leeds)).isEmpty();
        assertThat(purchasing.place(drafts.getFirst().id(), Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.Done.class);
        assertThat(retailer.row(sku, leeds).inTransit()).isEqualTo(18);
        assertThat(drafts("three" + leeds)).isEmpty();
        assertThat(purchasing.callOff(drafts.getFirst().id(), Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.Done.class);
        assertThat(drafts("four" + leeds)).hasSize(1);
    }

    @Test
    void manyWhoPressAtOnceDraftOnce() throws Exception {
        var drafted = new ArrayList<PurchaseOrder>();
        try (var threads = Executors.newFixedThreadPool(PEOPLE)) {
            var calls = IntStream.range(0, PEOPLE).mapToObj(i -> threads.submit(() -> drafts("at once" + i + leeds))).toList();
            for (var call : calls) {
                drafted.addAll(call.get());
            }
        }
        assertThat(drafted).hasSize(1);
    }

    private List<PurchaseOrder> drafts(String key) {
        return reordering.draft(key, Retailer.USD, Touchpoint.SYSTEM).stream()
                .filter(order -> order.supplier().equals(supplier))
                .toList();
    }

    private List<Shortage> shortages() {
        return reordering.shortages().stream().filter(one -> one.at().sku().equals(sku)).toList();
    }
}

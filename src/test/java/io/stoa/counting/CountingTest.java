package io.stoa.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.counting.CountSheet.Line;
import io.stoa.counting.CountSheet.State;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.inventory.PastMovement;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class CountingTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Counting counting;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    private Sku sku = new Sku("none");
    private LocationId leeds = LocationId.WEB;

    @BeforeEach
    void twentyOnTheShelf() {
        sku = retailer.article("counted", 1_000);
        leeds = retailer.store("leeds");
        retailer.stock(sku, leeds, 20);
    }

    @Test
    void whatMovedSinceTheNumberWasEnteredStaysAsItIs() {
        var sheet = begun();
        enter(sheet, "a", 18);
        move(MovementKind.SOLD, 5);
        move(MovementKind.RECEIVED, 3);
        assertThat(reviewed(sheet).lines()).extracting(Line::expected, Line::difference).containsExactly(tuple(20, -2));
        move(MovementKind.SOLD, 4);
        assertThat(done(post(sheet, null)).state()).isEqualTo(State.POSTED);
        assertThat(onHand()).isEqualTo(20 - 5 + 3 - 4 - 2);
        assertThat(inventory.movements(sku, leeds, 1)).extracting(PastMovement::kind, PastMovement::onHand)
                .containsExactly(tuple(MovementKind.COUNTED, -2));
        assertThat(differences()).isZero();
    }

    @Test
    void whoCountsIsNotToldWhatIsExpected() {
        var sheet = begun();
        var entered = enter(sheet, "a", 18).lines().getFirst();
        assertThat(entered).extracting(Line::counted, Line::expected, Line::difference).containsExactly(18, null, null);
        assertThat(counting.assess(counting.find(sheet).orElseThrow()).pieces()).isZero();
        assertThat(reviewed(sheet).lines().getFirst().expected()).isEqualTo(20);
    }

    @Test
    void theLastNumberHoldsAndAnEntryRepeatedIsOne() {
        var sheet = begun();
        enter(sheet, "a", 7);
        move(MovementKind.SOLD, 1);
        enter(sheet, "b", 19);
        move(MovementKind.SOLD, 1);
        assertThat(counting.enter(sheet, new Entry("b", sku, 19), Touchpoint.SYSTEM)).isInstanceOfSatisfying(Done.class, d -> assertThat(d.repeated()).isTrue());
        assertThat(counting.enter(sheet, new Entry("a", sku, 7), Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        assertThat(counting.enter(sheet, new Entry("b", sku, 6), Touchpoint.SYSTEM)).isInstanceOf(CountOutcome.KeyReused.class);
        assertThat(reviewed(sheet).lines().getFirst().difference()).isZero();
    }

    @Test
    void postedTwiceItCountsOnceAndNothingOfItChanges() {
        var sheet = begun();
        enter(sheet, "a", 18);
        var _ = reviewed(sheet);
        var posted = done(post(sheet, null));
        assertThat(post(sheet, null)).isEqualTo(new Done(posted, true));
        assertThat(onHand()).isEqualTo(18);
        assertThat(counting.enter(sheet, new Entry("b", sku, 3), Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.NotInThisState(posted));
        assertThat(counting.callOff(sheet, Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.NotInThisState(posted));
        assertThat(counting.sendBack(sheet, Set.of(sku), "late", Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.NotInThisState(posted));
        assertThat(begun("begin-" + leeds)).isEqualTo(sheet);
    }

    @Test
    void twoSheetsThatSawTheSameLossTakeItOffOnce() {
        var one = begun("one-" + leeds);
        var two = begun("two-" + leeds);
        enter(one, "a", 18);
        enter(two, "a", 18);
        var _ = reviewed(one);
        var _ = reviewed(two);
        var _ = done(post(one, null));
        assertThat(post(two, null)).isEqualTo(new CountOutcome.CountAgain(Set.of(sku)));
        var back = done(counting.sendBack(two, Set.of(sku), "counted by others too", Touchpoint.SYSTEM));
        assertThat(back.lines()).extracting(Line::counted, Line::again).containsExactly(tuple(null, "counted by others too"));
        enter(two, "b", 18);
        var _ = reviewed(two);
        var _ = done(post(two, null));
        assertThat(onHand()).isEqualTo(18);
    }

    @Test
    void moreSoldThanWasFoundIsCountedAgain() {
        var sheet = begun();
        enter(sheet, "a", 2);
        var _ = reviewed(sheet);
        move(MovementKind.SOLD, 3);
        assertThat(post(sheet, "surely")).isEqualTo(new CountOutcome.CountAgain(Set.of(sku)));
        assertThat(onHand()).isEqualTo(17);
    }

    @Test
    void farOffWaitsForSomebodyWhoMayApprove() {
        var sheet = begun();
        enter(sheet, "a", 9);
        var _ = reviewed(sheet);
        assertThat(post(sheet, null)).isInstanceOfSatisfying(CountOutcome.NeedsApproval.class, needs ->
                assertThat(needs.assessment()).extracting(Assessment::pieces, a -> a.worth().minor()).containsExactly(-11, -11_000L));
        assertThat(onHand()).isEqualTo(20);
        assertThat(done(post(sheet, "the box was stolen")).approval()).isEqualTo("the box was stolen");
        assertThat(onHand()).isEqualTo(9);
    }

    @Test
    void fewButDearPiecesWaitToo() {
        var ring = retailer.article("ring", 20_000);
        retailer.stock(ring, leeds, 3);
        var sheet = done(counting.begin(new NewSheet("r" + leeds, leeds, Set.of()), Touchpoint.SYSTEM));
        assertThat(sheet.lines()).extracting(Line::sku).containsExactlyInAnyOrder(sku, ring);
        var _ = done(counting.enter(sheet.id(), new Entry("r", ring, 1), Touchpoint.SYSTEM));
        var _ = reviewed(sheet.id());
        assertThat(post(sheet.id(), null)).isInstanceOf(CountOutcome.NeedsApproval.class);
    }

    @Test
    void whatWasNotSeenIsNotPosted() {
        var sheet = begun();
        enter(sheet, "a", 18);
        long seen = reviewed(sheet).version();
        var _ = done(counting.sendBack(sheet, Set.of(sku), "again", Touchpoint.SYSTEM));
        enter(sheet, "b", 19);
        var _ = reviewed(sheet);
        assertThat(counting.post(sheet, new Posting(new Expected.Version(Set.of(seen)), null), Touchpoint.SYSTEM))
                .isInstanceOf(CountOutcome.ChangedMeanwhile.class);
        assertThat(onHand()).isEqualTo(20);
    }

    @Test
    void whatCannotBeCountedIsNamed() {
        var strange = new Sku("strange-" + ids.next());
        assertThat(counting.begin(new NewSheet("w" + leeds, LocationId.WEB, Set.of()), Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.NoSuchPlace(LocationId.WEB));
        assertThat(counting.begin(new NewSheet("s" + leeds, leeds, Set.of(strange)), Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.OtherGoods(Set.of(strange)));
        var sheet = begun();
        assertThat(counting.review(sheet, Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.NothingCounted());
        assertThat(counting.enter(sheet, new Entry("x", strange, 1), Touchpoint.SYSTEM)).isEqualTo(new CountOutcome.OtherGoods(Set.of(strange)));
        var found = retailer.article("found", 500);
        assertThat(done(counting.enter(sheet, new Entry("f", found, 1), Touchpoint.SYSTEM)).lines()).extracting(Line::sku).contains(found);
        assertThat(done(counting.callOff(sheet, Touchpoint.SYSTEM)).state()).isEqualTo(State.CALLED_OFF);
        assertThat(onHand()).isEqualTo(20);
    }

    /** Its time is earlier than that of the number, and it commits later: it is before the number, for the number waits for it. */
    @Test
    void aSaleThatIsBeingWrittenIsWhollyBeforeTheNumber() {
        var sheet = begun();
        CompletableFuture<CountSheet> entering = transaction.execute(status -> {
            move(MovementKind.SOLD, 4);
            int backend = database.sql("SELECT pg_backend_pid()").query(Integer.class).single();
            var counted = CompletableFuture.supplyAsync(() -> enter(sheet, "a", 16));
            await().until(() -> counted.isDone() || Retailer.isAwaited(database, backend));
            return counted;
        });
        Objects.requireNonNull(entering).join();
        assertThat(reviewed(sheet).lines()).extracting(Line::expected, Line::difference).containsExactly(tuple(16, 0));
    }

    private SheetId begun() {
        return begun("begin-" + leeds);
    }

    private SheetId begun(String key) {
        return done(counting.begin(new NewSheet(key, leeds, Set.of(sku)), Touchpoint.SYSTEM)).id();
    }

    private CountSheet enter(SheetId sheet, String key, int pieces) {
        return done(counting.enter(sheet, new Entry(key, sku, pieces), Touchpoint.SYSTEM));
    }

    private CountSheet reviewed(SheetId sheet) {
        return done(counting.review(sheet, Touchpoint.SYSTEM));
    }

    private CountOutcome post(SheetId sheet, @Nullable String approval) {
        return counting.post(sheet, new Posting(new Expected.Something(), approval), Touchpoint.SYSTEM);
    }

    private static CountSheet done(CountOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).sheet();
    }

    private void move(MovementKind kind, int pieces) {
        var _ = inventory.move(List.of(new Movement("m-" + UUID.randomUUID(), sku, leeds, kind, pieces, "test")), Touchpoint.SYSTEM);
    }

    private int onHand() {
        return retailer.row(sku, leeds).onHand();
    }

    private long differences() {
        return inventory.reconcile().differences().stream().filter(one -> one.location().equals(leeds)).count();
    }
}

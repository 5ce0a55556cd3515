package io.stoa.drawer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.drawer.DrawerOutcome.Done;
import io.stoa.events.EventLog;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnReason;
import io.stoa.returns.Returns;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Articles cost 10.00 before 10 % tax, so each is 11.00 at the till. */
@StoaTest
class DrawersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long ARTICLE = 1100;
    private static final int AT_ONCE = 24;
    private static final PlaceOrder.Paying CASH = new PlaceOrder.Paying.InCash();

    @Autowired
    private Retailer retailer;

    @Autowired
    private Drawers drawers;

    @Autowired
    private DrawerTable table;

    @Autowired
    private Orders orders;

    @Autowired
    private Returns returns;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void whatIsSoldAndGivenBackAtATillIsInItsDrawerAndInNoOther() {
        var shop = new Shop("books");
        var drawer = shop.opens(till(shop, "Till 1"), 10_000);
        var other = shop.opens(till(shop, "Till 2"), 5_000);
        var sold = shop.sells("Till 1", CASH, 3);
        shop.sells("Till 1", Retailer.card("tok_approve"), 1);
        shop.sells("Till 2", CASH, 1);
        shop.sells(null, CASH, 1);
        var back = new NewReturn(
                UUID.randomUUID().toString(),
                sold,
                List.of(new NewReturn.Line(1, Quantity.of(1), ReturnReason.CHANGED_MIND)));
        assertThat(returns.returnAtTill(back, shop.store, Map.of(), shop.at("Till 2")))
                .isNotNull();
        Awaitility.await().atMost(PATIENCE).until(() -> x(other).expected(), usd(5_000)::equals);

        var report = x(drawer);
        assertThat(report.expected()).isEqualTo(usd(10_000 + 3 * ARTICLE));
        assertThat(report.sales()).isEqualTo(2);
        assertThat(report.turnover()).isEqualTo(usd(4 * ARTICLE));
        assertThat(report.taxes()).containsExactly(Map.entry(1000, usd(400)));
        assertThat(report.tenders())
                .containsExactly(
                        new DrawerReport.Taken("CASH", usd(3 * ARTICLE), 1, usd(0), 0),
                        new DrawerReport.Taken("CARD", usd(ARTICLE), 1, usd(0), 0));
        assertThat(x(other).tenders())
                .containsExactly(new DrawerReport.Taken("CASH", usd(ARTICLE), 1, usd(ARTICLE), 1));
        assertThat(log.about("drawer:" + drawer, 10)).hasSize(1).allSatisfy(event -> {
            assertThat(event.device()).isEqualTo("Till 1");
            assertThat(event.type()).isEqualTo(DrawerChanged.OPENED);
        });
    }

    @Test
    void aThousandMovementsAndSalesAtOnceAddUp() throws Exception {
        var shop = new Shop("rush");
        var drawer = shop.opens(till(shop, "Till 1"), 0);
        drawers.move(drawer, moves(CashKind.PAID_IN, 1_000_000), shop.at("Till 1"));
        var all = atOnce(1000, i -> {
            switch (i % 4) {
                case 0 -> shop.sells("Till 1", CASH, 1);
                case 1 -> drawers.move(drawer, moves(CashKind.PAID_IN, 7), shop.at("Till 1"));
                case 2 -> drawers.move(drawer, moves(CashKind.PAID_OUT, 3), shop.at("Till 1"));
                default -> drawers.move(drawer, moves(CashKind.DROP, 11), shop.at("Till 1"));
            }
            return i;
        });
        assertThat(all).hasSize(1000);
        long expected = 1_000_000 + 250 * (ARTICLE + 7 - 3 - 11);
        Awaitility.await().atMost(PATIENCE).until(() -> x(drawer).sales(), number -> number == 250);
        var z = done(drawers.close(drawer, new Count(Map.of(1L, 7, 100L, 12)), "a test", shop.at("Till 1")));
        assertThat(z.expected()).isEqualTo(usd(expected));
        assertThat(z.paidIn()).isEqualTo(usd(1_000_000 + 250 * 7));
        assertThat(z.paidOut()).isEqualTo(usd(250 * 3));
        assertThat(z.dropped()).isEqualTo(usd(250 * 11));
        assertThat(z.overShort()).isEqualTo(usd(1207 - expected));
    }

    /** Whoever sells while the drawer is closed and opened again finds each sale in exactly one Z, and every Z has its number. */
    @Test
    void aSaleWhileTheDrawerClosesIsInExactlyOneZ() throws Exception {
        var shop = new Shop("late");
        var till = till(shop, "Till 1");
        var first = shop.opens(till, 0);
        int sellers = 60;
        var outcomes = atOnce(sellers + 6, i -> {
            if (i >= sellers) {
                var open = drawers.openAt(till);
                return open.isEmpty()
                        ? drawers.open(till, usd(0), shop.at("Till 1"))
                        : drawers.close(
                                open.get().id(), new Count(Map.of()), "counted while they sell", shop.at("Till 1"));
            }
            return shop.sells("Till 1", CASH, 1);
        });
        assertThat(outcomes).hasSize(sellers + 6);
        if (drawers.openAt(till).isEmpty()) {
            shop.opens(till, 0);
        }
        var last = drawers.openAt(till).orElseThrow().id();
        var end = drawers.close(last, new Count(Map.of()), "the end", shop.at("Till 1"));
        assertThat(end).isInstanceOf(Done.class);
        var all = drawers.list(DrawerQuery.of(till, 50)).items();
        assertThat(all)
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.report()).isNotNull());
        assertThat(all.stream().mapToInt(one -> Objects.requireNonNull(one.report()).sales()).sum()).isEqualTo(sellers);
        assertThat(all.stream()
                        .mapToLong(one -> Objects.requireNonNull(one.report()).expected().minor())
                        .sum())
                .isEqualTo(sellers * ARTICLE);
        assertThat(all.stream().map(one -> Objects.requireNonNull(one.drawer().closing()).z()).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(drawers.report(first)).isPresent();
    }

    @Test
    void manyWhoCloseAtOnceMakeOneZ() throws Exception {
        var shop = new Shop("once");
        var till = till(shop, "Till 1");
        var drawer = shop.opens(till, 5_000);
        var outcomes =
                atOnce(12, i -> drawers.close(drawer, count(i % 2 == 0 ? 5_000 : 4_900), null, shop.at("Till 1")));
        assertThat(outcomes.stream().filter(one -> one instanceof Done done && !done.repeated()))
                .hasSize(1);
        assertThat(outcomes.stream().filter(one -> one instanceof Done done && done.repeated()))
                .hasSize(5);
        assertThat(outcomes.stream().filter(DrawerOutcome.ClosedAlready.class::isInstance))
                .hasSize(6);
        var opened = atOnce(12, i -> drawers.open(till, usd(1_000), shop.at("Till 1")));
        assertThat(opened.stream().filter(Done.class::isInstance)).hasSize(1);
        assertThat(opened.stream().filter(DrawerOutcome.OpenAlready.class::isInstance))
                .hasSize(11);
        var next = drawers.openAt(till).orElseThrow().id();
        var z = done(drawers.close(next, count(1_000), null, shop.at("Till 1")));
        assertThat(Objects.requireNonNull(z.drawer().closing()).z()).isEqualTo(2);
    }

    @Test
    void aCountThatIsFarOffTakesAReasonAndWhatIsClosedIsNeverChanged() {
        var shop = new Shop("off");
        var drawer = shop.opens(till(shop, "Till 1"), 5_000);
        assertThat(drawers.close(drawer, count(4_800), " ", shop.at("Till 1")))
                .isEqualTo(new DrawerOutcome.ReasonMissing(usd(5_000), usd(-200)));
        var z = done(drawers.close(drawer, count(4_800), "miscounted change", shop.at("Till 1")));
        assertThat(List.of(z.counted(), z.overShort())).containsExactly(usd(4_800), usd(-200));
        assertThat(drawers.report(drawer)).contains(z);
        assertThat(drawers.move(drawer, moves(CashKind.DROP, 100), shop.at("Till 1")))
                .isInstanceOf(DrawerOutcome.ClosedAlready.class);
        for (var change : List.of(
                "UPDATE drawer.drawer SET reason = 'nothing' WHERE id = :id",
                "UPDATE drawer.drawer SET report = NULL, state = 'OPEN' WHERE id = :id",
                "DELETE FROM drawer.drawer WHERE id = :id",
                "DELETE FROM drawer.movement WHERE drawer = :id",
                "INSERT INTO drawer.movement (cause, drawer, location, till, kind, tender, amount, currency, reason, actor, at)"
                        + " VALUES ('late', :id, 'off', 'Till 1', 'DROP', 'CASH', 1, 'USD', 'late', 'test', now())")) {
            assertThatThrownBy(() ->
                            database.sql(change).param("id", drawer.value()).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("losed");
        }
    }

    @Test
    void noMoreLeavesThanIsThereAndARepeatedWishLeavesOnce() {
        var shop = new Shop("safe");
        var drawer = shop.opens(till(shop, "Till 1"), 5_000);
        assertThat(drawers.move(drawer, moves(CashKind.DROP, 5_001), shop.at("Till 1")))
                .isEqualTo(new DrawerOutcome.NotThatMuch(usd(5_000)));
        var wish = moves(CashKind.DROP, 5_000);
        assertThat(done(drawers.move(drawer, wish, shop.at("Till 1"))).expected())
                .isEqualTo(usd(0));
        assertThat(drawers.move(drawer, wish, shop.at("Till 1")))
                .isInstanceOfSatisfying(
                        Done.class, again -> assertThat(again.repeated()).isTrue());
        assertThat(x(drawer).dropped()).isEqualTo(usd(5_000));
        var other = new NewMovement(wish.key(), CashKind.DROP, usd(1), "another");
        assertThat(drawers.move(drawer, other, shop.at("Till 1"))).isInstanceOf(DrawerOutcome.KeyReused.class);
        var pounds = new NewMovement("p" + wish.key(), CashKind.PAID_IN, Money.of(1, "GBP"), "pounds");
        assertThat(drawers.move(drawer, pounds, shop.at("Till 1"))).isInstanceOf(DrawerOutcome.OtherCurrency.class);
    }

    /** The reader holds the till while it decides: who closes meanwhile waits for it, and who reads meanwhile waits for the close. */
    @Test
    void closingWaitsForWhatIsJustBeingPutIn() throws Exception {
        var shop = new Shop("wait");
        var till = till(shop, "Till 1");
        var drawer = shop.opens(till, 0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var closing = transaction.execute(status -> {
                assertThat(table.lockShared(till)).isTrue();
                int backend = database.sql("SELECT pg_backend_pid()")
                        .query(Integer.class)
                        .single();
                var asked = threads.submit(() -> drawers.close(drawer, new Count(Map.of()), null, shop.at("Till 1")));
                Awaitility.await().atMost(PATIENCE).until(() -> Retailer.isAwaited(database, backend));
                return asked;
            });
            assertThat(closing.get()).isInstanceOf(Done.class);
        }
    }

    @Test
    void notesAndCoinsOfACurrencyAreCounted() {
        assertThat(Denominations.of(Retailer.USD)).startsWith(10000L, 5000L).endsWith(5L, 1L);
        assertThat(Denominations.of(Currency.getInstance("SEK")).subList(0, 4))
                .containsExactly(20000L, 10000L, 5000L, 2000L);
        assertThat(Denominations.of(Currency.getInstance("KRW")))
                .startsWith(200L, 100L, 50L)
                .endsWith(1L);
        assertThat(new Count(Map.of(500L, 3, 25L, 4)).minor()).isEqualTo(1600);
        assertThatThrownBy(() -> new Count(Map.of(0L, 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Count(Map.of(5L, -1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** A store of its own with one article. */
    private final class Shop {
        private final LocationId store;
        private final Sku mug;

        Shop(String name) {
            store = retailer.store(name);
            mug = retailer.article("mug", 1000);
            retailer.stock(mug, store, 2_000);
        }

        Touchpoint at(String till) {
            return new Touchpoint(Channel.TILL, store, Actor.staff("test"), till);
        }

        DrawerId opens(Till till, long cents) {
            return done(drawers.open(till, usd(cents), at(till.name())))
                    .drawer()
                    .id();
        }

        OrderId sells(@Nullable String till, PlaceOrder.Paying paying, int pieces) {
            var key = UUID.randomUUID().toString();
            var wish = new PlaceOrder(
                    key,
                    key,
                    null,
                    List.of(Retailer.line(mug, pieces)),
                    new Delivery.TakeAway(store),
                    Retailer.USD,
                    null,
                    Contact.NONE,
                    paying,
                    till == null ? new Touchpoint(Channel.TILL, store, Actor.staff("test")) : at(till));
            return ((PlaceOutcome.Placed) orders.place(wish)).order();
        }
    }

    private DrawerReport x(DrawerId drawer) {
        return drawers.report(drawer).orElseThrow();
    }

    private static Till till(Shop shop, String name) {
        return new Till(shop.store, name);
    }

    private static NewMovement moves(CashKind kind, long cents) {
        return new NewMovement(UUID.randomUUID().toString(), kind, usd(cents), "a reason");
    }

    private static Count count(int cents) {
        return new Count(Map.of(1L, cents));
    }

    private static DrawerReport done(DrawerOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).report();
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }

    private static <T> List<T> atOnce(int number, IntFunction<T> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var all = IntStream.range(0, number)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : all) {
                results.add(one.get());
            }
            return results;
        }
    }
}

package io.stoa.coupons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.coupons.Coupon.Refusal;
import io.stoa.database.Finding;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOrder.Paying;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.PlaceOutcome.CouponRefused;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.discounts.Discounts;
import io.stoa.payments.gateway.CardToken;
import io.stoa.pricing.Cut;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coupon's budget: never overspent, never lost. */
@StoaTest
class CouponsTest {

    @Autowired
    Coupons coupons;

    @Autowired
    CouponBooks books;

    @Autowired
    Orders orders;

    @Autowired
    Retailer retailer;

    @Autowired
    JdbcClient database;

    @Test
    void aHundredBuyersUseACouponAsOftenAsItSays() throws Exception {
        var code = coupon(Cut.Kind.PERCENT, 1000, 0, 7, false);
        var store = retailer.store("fair");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 500);
        var outcomes = inParallel(
                IntStream.range(0, 100).boxed().toList(),
                i -> orders.place(wish(code, store, mug, 2, "b" + i + "@example.com")));
        assertThat(outcomes)
                .filteredOn(Placed.class::isInstance)
                .hasSize(7)
                .allMatch(one -> ((Placed) one).total().equals(usd(1980)));
        assertThat(outcomes).filteredOn(CouponRefused.class::isInstance).hasSize(93);
        assertThat(used(code)).isEqualTo(7);
        assertThat(retailer.row(mug, store).available())
                .as("who got no coupon holds no goods")
                .isEqualTo(500 - 14);
        assertThat(books.run()).allMatch(finding -> finding.grade() == Finding.Grade.FINE);
    }

    @Test
    void aUseComesBackWhenNothingBecomesOfTheOrder() {
        var code = coupon(Cut.Kind.AMOUNT, 500, 0, 1, true);
        var store = retailer.store("back");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 10);
        var first = placed(wish(code, store, mug, 1, "a@example.com"));
        assertThat(orders.place(wish(code, store, mug, 1, "b@example.com")))
                .isEqualTo(new CouponRefused(code, Refusal.USED_UP));
        var _ = orders.cancel(first, "no", Touchpoint.SYSTEM);
        assertThat(used(code)).isZero();
        var second = placed(wish(code, store, mug, 1, "a@example.com"));
        database.sql("UPDATE inventory.hold SET expires_at = now() - interval '1 second' WHERE owner = :order")
                .param("order", second.value())
                .update();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> used(code) == 0);
        var third = placed(wish(code, store, mug, 1, "a@example.com"));
        var pieces = List.of(new Part(store, List.of(new Piece(1, mug, Quantity.of(1)))));
        assertThat(orders.pay(third, new CardToken("tok_approve"), Retailer.WEB))
                .isNotNull();
        var _ = orders.cancelLines(third, pieces, "taken out one by one", Touchpoint.SYSTEM);
        assertThat(used(code)).isZero();
    }

    @Test
    void everyBuyerHasItOnceAndTheOrdersOfOnePurchaseUseItTogether() {
        var code = coupon(Cut.Kind.PERCENT, 5000, 0, null, true);
        var store = retailer.store("once");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 10);
        assertThat(orders.place(wish(code, store, mug, 1, null))).isEqualTo(new CouponRefused(code, Refusal.WHO));
        var home = placed(together(code, "till:1" + code, store, mug));
        var along = placed(together(code, "till:1" + code, store, mug));
        assertThat(used(code)).isEqualTo(1);
        assertThat(orders.place(wish(code, store, mug, 1, "Twin@Example.com")))
                .isEqualTo(new CouponRefused(code, Refusal.USED_BEFORE));
        var _ = orders.cancel(home, "half of it", Touchpoint.SYSTEM);
        assertThat(used(code)).as("the other half still uses it").isEqualTo(1);
        var _ = orders.cancel(along, "all of it", Touchpoint.SYSTEM);
        assertThat(used(code)).isZero();
        assertThat(books.run()).allMatch(finding -> finding.grade() == Finding.Grade.FINE);
    }

    @Test
    void whyItTakesNothingOffIsSaid() {
        var store = retailer.store("why");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 10);
        var large = coupon(Cut.Kind.AMOUNT, 100, 1001, null, false);
        assertThat(orders.place(wish(large, store, mug, 1, null)))
                .isEqualTo(new CouponRefused(large, Refusal.TOO_LITTLE));
        assertThat(orders.place(wish(large, store, mug, 2, null))).isInstanceOf(Placed.class);
        var unknown = new CouponCode("NOBODY-KNOWS");
        assertThat(orders.place(wish(unknown, store, mug, 1, null)))
                .isEqualTo(new CouponRefused(unknown, Refusal.UNKNOWN));
        assertThat(refused(store, mug, with(Instant.EPOCH, Instant.EPOCH.plusSeconds(1), true)))
                .isEqualTo(Refusal.OVER);
        assertThat(refused(store, mug, with(Instant.parse("2999-01-01T00:00:00Z"), null, true)))
                .isEqualTo(Refusal.NOT_YET);
        assertThat(refused(store, mug, with(null, null, false))).isEqualTo(Refusal.STOPPED);
    }

    /** Everything is taken off: nothing is left to pay, and the order is placed. */
    @Test
    void whatCostsNothingIsPaidAlready() {
        var code = coupon(Cut.Kind.PERCENT, Cut.PERCENT_MAX, 0, null, false);
        var store = retailer.store("free");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2);
        var order = orders.find(placed(wish(code, store, mug, 1, null))).orElseThrow();
        assertThat(order.state()).isEqualTo(OrderState.PLACED);
        assertThat(order.total().isZero()).isTrue();
        assertThat(order.taken())
                .singleElement()
                .satisfies(one -> assertThat(one.amount()).isEqualTo(usd(1000)));
        assertThat(order.lines().getFirst().listed()).isEqualTo(usd(1000));
    }

    @Test
    void ofTwoWhoEditItTheSecondIsToldAndUsesStay() {
        var code = coupon(Cut.Kind.PERCENT, 1000, 0, 5, false);
        var there = coupons.find(code).orElseThrow();
        assertThat(coupons.save(changed(there, 3), new Expected.Version(Set.of(there.version())), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Done.class);
        assertThat(coupons.save(changed(there, 4), new Expected.Version(Set.of(there.version())), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Stale.class);
        assertThatThrownBy(() -> database.sql("UPDATE coupons.coupon SET used = 4 WHERE code = :code")
                        .param("code", code.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private static Coupon changed(Coupon.Standing there, int uses) {
        var old = there.coupon();
        return new Coupon(
                old.code(),
                old.name(),
                old.kind(),
                old.value(),
                old.currency(),
                old.minimum(),
                null,
                null,
                uses,
                false,
                true);
    }

    private Refusal refused(LocationId store, Sku mug, CouponCode code) {
        return ((CouponRefused) orders.place(wish(code, store, mug, 1, null))).why();
    }

    private CouponCode with(@Nullable Instant from, @Nullable Instant until, boolean active) {
        return save(new Coupon(code(), "A test", Cut.Kind.PERCENT, 1000, null, 0, from, until, null, false, active));
    }

    private CouponCode coupon(Cut.Kind kind, long value, long minimum, @Nullable Integer uses, boolean once) {
        return save(new Coupon(code(), "A test", kind, value, Retailer.USD, minimum, null, null, uses, once, true));
    }

    private CouponCode save(Coupon coupon) {
        assertThat(coupons.save(coupon, new Expected.Nothing(), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Done.class);
        return coupon.code();
    }

    private static CouponCode code() {
        return new CouponCode("T-" + UUID.randomUUID().toString().substring(0, 18));
    }

    private int used(CouponCode code) {
        return coupons.find(code).orElseThrow().used();
    }

    private OrderId placed(PlaceOrder wish) {
        var outcome = orders.place(wish);
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }

    private static PlaceOrder wish(CouponCode code, LocationId store, Sku sku, int pieces, @Nullable String email) {
        return wish(Discounts.by(code), store, sku, pieces, email);
    }

    /** As a till places what it reckoned over the whole basket. */
    private static PlaceOrder together(CouponCode code, String purchase, LocationId store, Sku sku) {
        var share = new Discounts.Given(sku, new Cut(Cut.Kind.AMOUNT, 500, Cut.COUPON, code.value(), null));
        return wish(new Discounts(code, List.of(share), purchase), store, sku, 1, "twin@example.com");
    }

    private static PlaceOrder wish(Discounts discounts, LocationId store, Sku sku, int pieces, @Nullable String email) {
        return new PlaceOrder(
                UUID.randomUUID().toString(),
                "hash",
                null,
                List.of(Retailer.line(sku, pieces)),
                new Delivery.Collect(store),
                Retailer.USD,
                null,
                new Contact(null, email, null),
                new Paying.Later(),
                discounts,
                Retailer.WEB);
    }

    private static Money usd(long minor) {
        return new Money(minor, Retailer.USD);
    }

    private static <T> List<PlaceOutcome> inParallel(List<T> all, Function<T, PlaceOutcome> call) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = all.stream()
                    .map(one -> (Callable<PlaceOutcome>) () -> call.apply(one))
                    .toList();
            var outcomes = new ArrayList<PlaceOutcome>();
            for (var one : pool.invokeAll(asked)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}

package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.giftcards.GiftCard;
import io.stoa.giftcards.GiftCards;
import io.stoa.giftcards.GiftCode;
import io.stoa.giftcards.Issued;
import io.stoa.orders.discounts.Discounts;
import io.stoa.orders.discounts.Discounts.Given;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered.ByCard;
import io.stoa.orders.paying.Tendered.ByGiftCard;
import io.stoa.orders.paying.Tendered.InCash;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Tender;
import io.stoa.pricing.Cut;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several tenders pay one order together: a gift card, coins and cards. Every article costs $10, and $11 with its tax. */
@StoaTest
class SplitTendersTest {

    private static final Delivery TO_HOME = new Delivery.Ship(HOME);
    private static final CardToken GOOD = new CardToken("tok_approve");

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    GiftCards cards;

    @Autowired
    JdbcClient database;

    private record Stocked(LocationId store, Sku sku) {}

    @Test
    void aGiftCardAndACardPayOneOrderAndTheMoneyIsTakenAsTheGoodsLeave() {
        var mug = mugs();
        var gift = issue(15_00);
        var id = places(mug, TO_HOME, 4);
        assertThat(pay(id, gift)).isEqualTo(new PayOutcome.PartlyPaid(usd(29_00)));
        assertThat(orders.pay(id, GOOD, WEB)).isEqualTo(new PayOutcome.Paid(OrderState.PLACED));
        assertThat(card(gift).held()).isEqualTo(usd(15_00));
        fulfil(id, mug, 2);
        awaitTaken(id, 22_00);
        assertThat(card(gift).balance()).isEqualTo(usd(0));
        fulfil(id, mug, 2);
        awaitTaken(id, 44_00);
        assertThat(payments.check().differences()).isEmpty();
    }

    /** Goods are cancelled in steps, each smaller than what is only held: at the end what was taken is what was handed over. */
    @Test
    void whatIsCancelledInStepsGivesBackWhatWasTakenTooMuch() {
        var mug = mugs();
        var id = places(mug, TO_HOME, 10);
        assertThat(orders.pay(id, new InCash(usd(33_00)), WEB)).isEqualTo(new PayOutcome.PartlyPaid(usd(77_00)));
        assertThat(orders.pay(id, GOOD, WEB)).isEqualTo(new PayOutcome.Paid(OrderState.PLACED));
        cancel(id, mug, 5);
        assertThat(given(id)).isEqualTo(0);
        cancel(id, mug, 4);
        awaitTaken(id, 11_00);
        fulfil(id, mug, 1);
        awaitTaken(id, 11_00);
        awaitNothingHeld(id);
    }

    @Test
    void coinsAGiftCardAndACardPayWhatIsTakenAwayAtOnce() {
        var mug = mugs();
        var gift = issue(5_00);
        var id = places(mug, new Delivery.TakeAway(mug.store()), 2);
        assertThat(orders.pay(id, new InCash(usd(10_00)), WEB)).isEqualTo(new PayOutcome.PartlyPaid(usd(12_00)));
        assertThat(pay(id, gift)).isEqualTo(new PayOutcome.PartlyPaid(usd(7_00)));
        assertThat(orders.pay(id, new ByCard(GOOD, usd(7_01)), WEB)).isEqualTo(new PayOutcome.TooMuch(usd(7_00)));
        assertThat(orders.pay(id, new ByCard(GOOD, Money.of(7_00, "EUR")), WEB)).isEqualTo(new PayOutcome.TooMuch(usd(7_00)));
        assertThat(orders.pay(id, new ByCard(new CardToken("tok_decline"), null), WEB))
                .isInstanceOf(PayOutcome.Declined.class);
        assertThat(orders.pay(id, GOOD, WEB)).isEqualTo(new PayOutcome.Paid(OrderState.FULFILLED));
        awaitTaken(id, 22_00);
        assertThat(retailer.row(mug.sku(), mug.store()).onHand()).isEqualTo(18);
        assertThat(orders.pay(id, GOOD, WEB)).isEqualTo(new PayOutcome.Paid(OrderState.FULFILLED));
    }

    @Test
    void twoDoorsThatPayTheRestAtOncePayItOnce() throws Exception {
        for (int round = 0; round < 4; round++) {
            var mug = mugs();
            var id = places(mug, TO_HOME, 2);
            assertThat(orders.pay(id, new InCash(usd(2_00)), WEB)).isEqualTo(new PayOutcome.PartlyPaid(usd(20_00)));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<PayOutcome> coins = () -> orders.pay(id, new InCash(usd(20_00)), WEB);
                Callable<PayOutcome> card = () -> orders.pay(id, GOOD, WEB);
                for (var one : threads.invokeAll(List.of(coins, card, coins, card))) {
                    assertThat(one.get()).isNotNull();
                }
            }
            Awaitility.await().until(() -> orders.find(id).orElseThrow().state() == OrderState.PLACED);
            var good = payments.of(id).stream().filter(Payment::good).toList();
            assertThat(good.stream().mapToLong(one -> one.amount().minor()).sum()).isEqualTo(22_00);
        }
    }

    @Test
    void anOrderThatIsGivenUpGivesEveryTenderItsMoneyBack() {
        var mug = mugs();
        var gift = issue(5_00);
        var id = places(mug, TO_HOME, 2);
        assertThat(orders.pay(id, new InCash(usd(10_00)), WEB)).isInstanceOf(PayOutcome.PartlyPaid.class);
        assertThat(pay(id, gift)).isInstanceOf(PayOutcome.PartlyPaid.class);
        assertThat(orders.cancel(id, "changed their mind", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        awaitTaken(id, 0);
        awaitNothingHeld(id);
        assertThat(card(gift).available()).isEqualTo(usd(5_00));
        assertThat(orders.pay(id, GOOD, WEB)).isEqualTo(new PayOutcome.NotPayable(OrderState.CANCELLED));
    }

    @Test
    void whatWasPaidOfAnOrderThatExpiresGoesBack() {
        var mug = mugs();
        var id = places(mug, TO_HOME, 2);
        assertThat(orders.pay(id, new InCash(usd(10_00)), WEB)).isInstanceOf(PayOutcome.PartlyPaid.class);
        database.sql("UPDATE inventory.hold SET expires_at = now() - interval '1 second' WHERE owner = :id")
                .param("id", id.value())
                .update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> orders.find(id).orElseThrow().state() == OrderState.EXPIRED);
        awaitTaken(id, 0);
    }

    @Test
    void anEmptyOrUnknownGiftCardIsDeclinedAndNothingHappens() {
        var mug = mugs();
        var id = places(mug, TO_HOME, 1);
        var unknown = new ByGiftCard(new CardToken("7QX2-M4KD-90TB-HW3E"), null);
        assertThat(orders.pay(id, unknown, WEB)).isInstanceOf(PayOutcome.Declined.class);
        assertThat(orders.pay(id, new ByGiftCard(issue(1_00).code().map(GiftCode::token).orElseThrow(), usd(2_00)), WEB))
                .isInstanceOf(PayOutcome.Declined.class);
        assertThat(pay(id, issue(50_00))).isEqualTo(new PayOutcome.Paid(OrderState.PLACED));
    }

    /** Random discounts, tenders, hand-overs and cancellations: whoever has been given goods has paid for exactly those. */
    @Test
    void whateverHappensExactlyWhatWasHandedOverIsPaid() {
        long seed = Long.getLong("stoa.seed", new Random().nextLong(1_000_000));
        var random = new Random(seed);
        var handedOver = new LinkedHashMap<OrderId, Long>();
        for (int n = 0; n < 25; n++) {
            var mug = mugs();
            int pieces = 3 + random.nextInt(8);
            var id = places(mug, pieces, random.nextInt(pieces * 10_00));
            long agreed = orders.find(id).orElseThrow().total().minor();
            payRandomly(id, random);
            int fulfilled = 0;
            int open = pieces;
            while (open > 0) {
                int some = 1 + random.nextInt(open);
                boolean hands = random.nextBoolean();
                if (hands) {
                    fulfil(id, mug, some);
                    fulfilled += some;
                } else {
                    cancel(id, mug, some);
                }
                open -= some;
            }
            long worth = orders.find(id).orElseThrow().total().minor();
            assertThat(worth).as("seed " + seed).isEqualTo(agreed * fulfilled / pieces);
            handedOver.put(id, worth);
        }
        handedOver.forEach((id, worth) -> awaitTaken(id, worth, "seed " + seed + " order " + id));
        handedOver.keySet().forEach(this::awaitNothingHeld);
        assertThat(payments.check().differences()).isEmpty();
    }

    private void payRandomly(OrderId id, Random random) {
        for (int n = 0; n < 20; n++) {
            var amount = usd(1 + random.nextInt(40_00));
            var outcome =
                    switch (random.nextInt(3)) {
                        case 0 -> orders.pay(id, new InCash(amount), WEB);
                        case 1 -> pay(id, issue(amount.minor()));
                        default -> orders.pay(id, new ByCard(GOOD, amount), WEB);
                    };
            if (outcome instanceof PayOutcome.Paid) {
                return;
            }
        }
        assertThat(orders.pay(id, GOOD, WEB)).isInstanceOf(PayOutcome.Paid.class);
    }

    private Stocked mugs() {
        var store = retailer.store("split");
        var sku = retailer.article("mug", 10_00);
        retailer.stock(sku, store, 20);
        return new Stocked(store, sku);
    }

    /** Sent home, with so many cents taken off before tax. */
    private OrderId places(Stocked mug, int pieces, int off) {
        var plain = order(TO_HOME, new PlaceOrder.Paying.Later(), line(mug.sku(), pieces));
        var given = off == 0
                ? Discounts.NONE
                : new Discounts(
                        null,
                        List.of(new Given(mug.sku(), new Cut(Cut.Kind.AMOUNT, off, "GOODWILL", null, null))),
                        null);
        var wish = new PlaceOrder(
                plain.key(),
                plain.hash(),
                null,
                plain.lines(),
                TO_HOME,
                Retailer.USD,
                null,
                plain.contact(),
                plain.paying(),
                given,
                WEB);
        return ((PlaceOutcome.Placed) orders.place(wish)).order();
    }

    private OrderId places(Stocked mug, Delivery delivery, int pieces) {
        var outcome = orders.place(order(delivery, new PlaceOrder.Paying.Later(), line(mug.sku(), pieces)));
        assertThat(outcome).isInstanceOf(PlaceOutcome.Placed.class);
        return ((PlaceOutcome.Placed) outcome).order();
    }

    private void fulfil(OrderId id, Stocked mug, int pieces) {
        assertThat(orders.fulfil(UUID.randomUUID().toString(), id, part(mug, pieces), WEB))
                .isInstanceOf(ChangeOutcome.Done.class);
    }

    private void cancel(OrderId id, Stocked mug, int pieces) {
        assertThat(orders.cancelLines(id, List.of(part(mug, pieces)), "test", WEB)).isInstanceOf(ChangeOutcome.Done.class);
    }

    private static Part part(Stocked mug, int pieces) {
        return new Part(mug.store(), List.of(new Piece(1, mug.sku(), Quantity.of(pieces))));
    }

    private Issued issue(long cents) {
        return cards.issue("split-" + UUID.randomUUID(), usd(cents), WEB);
    }

    private PayOutcome pay(OrderId id, Issued gift) {
        return orders.pay(id, new ByGiftCard(gift.code().orElseThrow().token(), null), WEB);
    }

    private GiftCard card(Issued gift) {
        return cards.find(gift.card().id()).orElseThrow();
    }

    private void awaitTaken(OrderId id, long cents) {
        awaitTaken(id, cents, "order " + id);
    }

    private void awaitTaken(OrderId id, long cents, String of) {
        Awaitility.await(of).atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(payments.of(id).stream()
                        .mapToLong(one -> one.captured().minus(one.refunded()).minor())
                        .sum())
                .isEqualTo(cents));
    }

    private long given(OrderId id) {
        return payments.of(id).stream().mapToLong(one -> one.refunded().minor()).sum();
    }

    private void awaitNothingHeld(OrderId id) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> payments.of(id).stream()
                .filter(one -> one.tender() != Tender.CASH)
                .noneMatch(one -> one.authorised().minus(one.captured()).minus(one.released()).minor() > 0));
    }

    private static Money usd(long cents) {
        return Money.of(cents, "USD");
    }
}

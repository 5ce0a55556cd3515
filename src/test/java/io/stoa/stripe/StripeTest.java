package io.stoa.stripe;

import static io.stoa.payments.PaymentsLaboratory.capture;
import static io.stoa.payments.PaymentsLaboratory.refund;
import static io.stoa.payments.PaymentsLaboratory.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.page.Browser;
import io.stoa.payments.MovementOutcome.Done;
import io.stoa.payments.MovementOutcome.Refused;
import io.stoa.payments.MovementOutcome.Undecided;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.PaymentOutcome.Redirected;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.payments.PaymentsLaboratory;
import io.stoa.payments.PaymentsLaboratory.Bench;
import io.stoa.payments.disputes.Dispute;
import io.stoa.payments.disputes.Disputes;
import io.stoa.payments.setbacks.Setback;
import io.stoa.payments.setbacks.Setbacks;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Touchpoint;
import io.stoa.shop.OrderLinks;
import io.stoa.stripe.StripeCounterpart.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Money through Stripe, against a counterpart that speaks its wire format over a bad line. */
@StoaTest
@Import(PaymentsLaboratory.class)
@TestPropertySource(properties = "stoa.payments.resolve-every=1h")
class StripeTest {

    private static final StripeCounterpart STRIPE = new StripeCounterpart();

    @Autowired
    Bench bench;

    @Autowired
    Payments payments;

    @Autowired
    Disputes disputes;

    @Autowired
    Setbacks setbacks;

    @Autowired
    EventLog log;

    @Autowired
    Orders orders;

    @Autowired
    OrderLinks links;

    @Autowired
    Retailer retailer;

    @Autowired
    StripeTable books;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void stripe(DynamicPropertyRegistry properties) {
        properties.add("stoa.stripe.key", () -> StripeCounterpart.KEY);
        properties.add("stoa.stripe.signing-secret", () -> StripeCounterpart.SECRET);
        properties.add("stoa.stripe.url", STRIPE::url);
        properties.add("stoa.stripe.pages", STRIPE::url);
    }

    @AfterAll
    static void hangUp() {
        STRIPE.close();
    }

    @AfterEach
    void theBooksAgree() {
        STRIPE.faults.clear();
        STRIPE.account.newRefunds = "succeeded";
        assertThat(payments.check().differences()).isEmpty();
    }

    @Test
    void whatLeavesLaterIsTakenWithTheFirstAndWhatNeverLeavesIsGivenBack() {
        var id = paid(100_00);
        var intent = intent(id);

        assertThat(payments.capture(capture("one", id, 30_00))).isInstanceOf(Done.class);
        assertThat(payments.capture(capture("two", id, 50_00))).isInstanceOf(Done.class);
        assertThat(payments.release(id, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        assertThat(payments.refund(refund("back", id, 5_00))).isInstanceOf(Done.class);
        assertThat(payments.refund(refund("more", id, 76_00))).isInstanceOf(Refused.class);

        assertThat(STRIPE.account.takings).containsEntry(intent, 1);
        assertThat(StripeAccount.value(STRIPE.account.get(intent), "amount_received")).isEqualTo(100_00L);
        assertThat(STRIPE.account.refunded(intent)).isEqualTo(25_00);
        var payment = payments.find(id).orElseThrow();
        assertThat(List.of(payment.captured(), payment.released(), payment.refunded()))
                .containsExactly(usd(80_00), usd(20_00), usd(5_00));
    }

    @Test
    void whatIsLetGoFirstIsNeverTaken() {
        var whole = paid(40_00);
        assertThat(payments.release(whole, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        assertThat(STRIPE.account.get(intent(whole))).containsEntry("status", "canceled");
        assertThat(STRIPE.account.takings).doesNotContainKey(intent(whole));
    }

    /** News come twice, late and in any order; a payment is authorised once, by what Stripe says when it is asked. */
    @Test
    void newsAreAskedAboutAndNotBelieved() {
        var id = sent(20_00);
        var page = page(id);
        var lie = Map.<String, Object>of(
                "id", page, "object", "checkout.session", "status", "complete", "client_reference_id", key(id));
        assertThat(STRIPE.tell(port, "checkout.session.completed", lie, Instant.now())).isEqualTo(204);
        assertThat(state(id)).isEqualTo(PaymentState.PENDING);

        var complete = STRIPE.account.pay(page);
        assertThat(STRIPE.tell(port, "payment_intent.amount_capturable_updated", intentOf(complete), Instant.now())).isEqualTo(204);
        assertThat(STRIPE.tell(port, "checkout.session.completed", complete, Instant.now())).isEqualTo(204);
        assertThat(STRIPE.tell(port, "checkout.session.completed", complete, Instant.now())).isEqualTo(204);

        assertThat(state(id)).isEqualTo(PaymentState.AUTHORISED);
        assertThat(log.about("payment:" + id, 10)).extracting("type").containsExactly("payments.authorised");
    }

    @Test
    void newsThatStripeDidNotSignAreRefused() {
        var id = sent(20_00);
        var complete = STRIPE.account.pay(page(id));
        assertThat(STRIPE.tell(port, "checkout.session.completed", complete, Instant.now().minusSeconds(3600))).isEqualTo(400);
        assertThat(StripeCounterpart.post(port, "{\"object\":\"event\"}", "t=1,v1=00")).isEqualTo(400);
        assertThat(StripeCounterpart.post(port, "{}", "")).isEqualTo(400);
        assertThat(state(id)).isEqualTo(PaymentState.PENDING);
    }

    /** Whatever happened to the call, in the end it was done once at Stripe, and both books say so. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBadLineChangesNothing(Fault fault) {
        STRIPE.faults.add(fault);
        var id = bench.opened(Tender.HOSTED, 60_00).id();
        var _ = payments.authorise(id, null, Touchpoint.SYSTEM);
        asked(id);
        var _ = STRIPE.account.pay(page(id));
        asked(id);
        STRIPE.faults.add(fault);
        var _ = payments.capture(capture("c", id, 60_00));
        bench.settle();
        STRIPE.faults.add(fault);
        var _ = payments.refund(refund("r", id, 10_00));
        bench.settle();

        var payment = payments.find(id).orElseThrow();
        assertThat(List.of(payment.captured(), payment.refunded())).containsExactly(usd(60_00), usd(10_00));
        assertThat(STRIPE.account.takings).containsEntry(intent(id), 1);
        assertThat(STRIPE.account.refunds(intent(id))).hasSize(1);
    }

    @Test
    void whateverSeveralDoAtOnceOverABadLineBothBooksAgree() {
        for (long seed = 1; seed <= 25; seed++) {
            assertThat(new StripeHistory(seed).run(bench, STRIPE, books)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void aRefundThatTakesDaysIsDecidedWhenStripeDecidesIt() {
        var id = paid(50_00);
        assertThat(payments.capture(capture("c", id, 50_00))).isInstanceOf(Done.class);
        STRIPE.account.newRefunds = "pending";
        assertThat(payments.refund(refund("slow", id, 20_00))).isInstanceOf(Undecided.class);
        assertThat(payments.refund(refund("refused", id, 5_00))).isInstanceOf(Undecided.class);

        STRIPE.account.decide(refundOf(id, 0), "succeeded");
        var told = STRIPE.account.get(refundOf(id, 0));
        assertThat(STRIPE.tell(port, "refund.updated", told, Instant.now())).isEqualTo(204);
        assertThat(payments.find(id).orElseThrow().refunded()).isEqualTo(usd(20_00));
        bench.clock().pass(Duration.ofMinutes(5));
        var again = payments.askedAgain(key(id) + ":refused@" + id);
        assertThat(again).isEmpty();
        STRIPE.account.decide(refundOf(id, 1), "failed");
        bench.settle();
        assertThat(payments.find(id).orElseThrow().refunded()).isEqualTo(usd(20_00));
        assertThat(payments.refund(refund("refused", id, 5_00))).isInstanceOf(Refused.class);
    }

    @Test
    void whoIsGivenUpFindsThePageClosedAndWhoWasFasterGetsTheMoneyBack() {
        var closed = sent(30_00);
        assertThat(payments.release(closed, Touchpoint.SYSTEM)).isInstanceOf(Undecided.class);
        asked(closed);
        assertThat(STRIPE.account.get(page(closed))).containsEntry("status", "expired");
        assertThat(state(closed)).isEqualTo(PaymentState.DECLINED);

        var faster = sent(30_00);
        var _ = payments.release(faster, Touchpoint.SYSTEM);
        var _ = STRIPE.account.pay(page(faster));
        bench.settle();
        assertThat(state(faster)).isEqualTo(PaymentState.RELEASED);
        assertThat(STRIPE.account.get(intent(faster))).containsEntry("status", "canceled");
    }

    @Test
    void whatStripeDoesNotTakeIsDeclined() {
        var id = bench.opened(Tender.HOSTED, 20).id();
        var _ = payments.authorise(id, null, Touchpoint.SYSTEM);
        var payment = payments.find(id).orElseThrow();
        assertThat(payment.state()).isEqualTo(PaymentState.DECLINED);
        assertThat(payment.reason()).isEqualTo("Stripe: amount_too_small");
    }

    /** Away to another house by a form, and back. */
    @Test
    void aCustomerPaysOnThePage() {
        var mug = retailer.article("mug", 12_00);
        retailer.stock(mug, retailer.store("mugs"), 2);
        var wish = Retailer.order(new Delivery.Ship(Retailer.HOME), new PlaceOrder.Paying.Later(), Retailer.line(mug, 1));
        var order = ((PlaceOutcome.Placed) orders.place(wish)).order();
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + links.to(order));
            page.locator("button:has-text('Pay')").click();
            page.locator("a:has-text('Back')").click();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.url()).startsWith(STRIPE.url());
            page.locator("button:has-text('Pay')").click();
            page.locator("h1:has-text('Thank you')").waitFor();
            window.assertFlawless();
        }
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.PLACED);
    }

    /** The news that it was lost overtakes the news that it was opened: what is asked is how it stands. */
    @Test
    void aDisputeIsShownWithItsOrder() {
        var id = paid(70_00);
        assertThat(payments.capture(capture("c", id, 70_00))).isInstanceOf(Done.class);
        var order = payments.find(id).orElseThrow().order();
        var opened = STRIPE.account.dispute(intent(id), "dp_" + id, "needs_response");
        assertThat(STRIPE.tell(port, "charge.dispute.created", opened, Instant.now())).isEqualTo(204);
        assertThat(STRIPE.tell(port, "charge.dispute.created", opened, Instant.now())).isEqualTo(204);
        assertThat(disputes.of(order)).singleElement().satisfies(dispute -> {
            assertThat(dispute.state()).isEqualTo(Dispute.State.ANSWER_WANTED);
            assertThat(dispute.amount()).isEqualTo(usd(70_00));
            assertThat(dispute.reason()).isEqualTo("product_not_received");
            assertThat(dispute.answerBy()).isNotNull();
        });

        var lost = STRIPE.account.dispute(intent(id), "dp_" + id, "lost");
        assertThat(STRIPE.tell(port, "charge.dispute.closed", lost, Instant.now())).isEqualTo(204);
        assertThat(STRIPE.tell(port, "charge.dispute.updated", opened, Instant.now())).isEqualTo(204);
        assertThat(disputes.of(order)).extracting(Dispute::state).containsExactly(Dispute.State.LOST);
        assertThat(log.about("dispute:dp_" + id, 10))
                .extracting("type")
                .containsExactly("payments.disputed", "payments.dispute_lost");
    }

    /** A refund to a card that was closed meanwhile comes back days later; told twice, it is one. */
    @Test
    void aRefundThatComesBackIsShownWithItsOrder() {
        var id = paid(60_00);
        assertThat(payments.capture(capture("c", id, 60_00))).isInstanceOf(Done.class);
        assertThat(payments.refund(refund("back", id, 15_00))).isInstanceOf(Done.class);
        var refund = refundOf(id, 0);
        assertThat(STRIPE.tell(port, "refund.updated", STRIPE.account.get(refund), Instant.now())).isEqualTo(204);
        assertThat(setbacks(id)).isEmpty();

        STRIPE.account.decide(refund, "failed");
        assertThat(STRIPE.tell(port, "refund.failed", STRIPE.account.get(refund), Instant.now())).isEqualTo(204);
        assertThat(STRIPE.tell(port, "refund.failed", STRIPE.account.get(refund), Instant.now())).isEqualTo(204);
        assertThat(setbacks(id)).containsExactly(new Setback(refund, id, Setback.Kind.REFUND_FAILED, usd(15_00)));
        assertThat(log.about("setback:" + refund, 10)).extracting("type").containsExactly("payments.refund_failed");
        STRIPE.account.decide(refund, "succeeded");
    }

    /** What is let go here is no news; what the bank lets go is. */
    @Test
    void heldMoneyThatIsFreeAgainIsShownWithItsOrder() {
        var ours = paid(20_00);
        assertThat(payments.release(ours, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        var told = STRIPE.account.get(intent(ours));
        assertThat(STRIPE.tell(port, "payment_intent.canceled", told, Instant.now())).isEqualTo(204);
        assertThat(setbacks(ours)).isEmpty();

        var lapsed = paid(45_00);
        var free = STRIPE.account.cancel(intent(lapsed));
        assertThat(STRIPE.tell(port, "payment_intent.canceled", free, Instant.now())).isEqualTo(204);
        assertThat(setbacks(lapsed))
                .containsExactly(new Setback(intent(lapsed), lapsed, Setback.Kind.HOLD_LAPSED, usd(45_00)));
        assertThat(payments.release(lapsed, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
    }

    private List<Setback> setbacks(PaymentId id) {
        return setbacks.of(payments.find(id).orElseThrow().order());
    }

    private PaymentId sent(long cents) {
        var id = bench.opened(Tender.HOSTED, cents).id();
        assertThat(payments.authorise(id, null, Touchpoint.SYSTEM)).isInstanceOf(Redirected.class);
        return id;
    }

    private PaymentId paid(long cents) {
        var id = sent(cents);
        var _ = STRIPE.account.pay(page(id));
        asked(id);
        assertThat(state(id)).isEqualTo(PaymentState.AUTHORISED);
        return id;
    }

    /** As the customer's way back does; once more for what was lost the first time. */
    private void asked(PaymentId id) {
        for (int times = 0; times < 3; times++) {
            assertThat(payments.askedAgain(key(id))).isPresent();
        }
    }

    private PaymentState state(PaymentId id) {
        return payments.find(id).map(Payment::state).orElseThrow();
    }

    private String page(PaymentId id) {
        return Objects.requireNonNull(books.hold(key(id)).orElseThrow().session());
    }

    private String intent(PaymentId id) {
        return Objects.requireNonNull(books.hold(key(id)).orElseThrow().intent());
    }

    private Map<String, Object> intentOf(Map<String, Object> session) {
        return STRIPE.account.get(StripeAccount.value(session, "payment_intent").toString());
    }

    private String refundOf(PaymentId id, int number) {
        return StripeAccount.value(STRIPE.account.refunds(intent(id)).get(number), "id").toString();
    }

    private String key(PaymentId id) {
        return bench.key(id);
    }
}

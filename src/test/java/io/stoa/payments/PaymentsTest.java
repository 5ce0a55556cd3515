package io.stoa.payments;

import static io.stoa.payments.PaymentsLaboratory.capture;
import static io.stoa.payments.PaymentsLaboratory.refund;
import static io.stoa.payments.PaymentsLaboratory.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.database.Finding;
import io.stoa.payments.MovementOutcome.Done;
import io.stoa.payments.MovementOutcome.Refusal;
import io.stoa.payments.MovementOutcome.Refused;
import io.stoa.payments.MovementOutcome.Undecided;
import io.stoa.payments.PaymentsLaboratory.Bench;
import io.stoa.payments.PaymentsLaboratory.Books;
import io.stoa.payments.UnreliableGateway.Death;
import io.stoa.payments.UnreliableGateway.Fault;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.GatewayAnswer.Unknown;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@StoaTest
@Import(PaymentsLaboratory.class)
@TestPropertySource(properties = "stoa.payments.resolve-every=1h")
class PaymentsTest {

    private static final CardToken APPROVE = new CardToken("tok_approve");

    private static final CardToken DECLINE = new CardToken("tok_decline");

    @Autowired
    Bench bench;

    @Autowired
    Payments payments;

    @Autowired
    Audit audit;

    @AfterEach
    void theBooksAgree() {
        bench.settle();
        assertThat(payments.check().differences()).isEmpty();
    }

    @Test
    void moneyIsHeldThenTakenInPartsThenTheRestIsLetGoAndSomeGivenBack() {
        var id = bench.held(100_00);
        assertThat(payments.capture(capture("shirt", id, 60_00))).isInstanceOf(Done.class);
        assertThat(payments.release(id, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        assertThat(payments.refund(refund("return", id, 20_00))).isInstanceOf(Done.class);
        assertThat(bench.books(id)).isEqualTo(new Books(1, 100_00, 60_00, 40_00, 20_00));
        assertThat(bench.payment(id).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(bench.events(id))
                .containsExactly("payments.authorised", "payments.captured", "payments.released", "payments.refunded");
    }

    @Test
    void aDeclinedCardHoldsNothing() {
        var id = bench.opened(Tender.CARD, 5_00).id();
        assertThat(payments.authorise(id, new CardToken("tok_decline"), Touchpoint.SYSTEM))
                .isInstanceOf(PaymentOutcome.Declined.class);
        assertThat(payments.capture(capture("c", id, 1_00))).isEqualTo(new Refused(Refusal.NOT_AUTHORISED));
        assertThat(bench.events(id)).containsExactly("payments.declined");
    }

    @Test
    void cashIsTakenByBeingHandedOverAndCanBeGivenBack() {
        var id = bench.opened(Tender.CASH, 12_50).id();
        assertThat(bench.payment(id).good()).isTrue();
        assertThat(payments.refund(refund("r", id, 12_50))).isInstanceOf(Done.class);
        assertThat(payments.refund(refund("again", id, 1))).isEqualTo(new Refused(Refusal.MORE_THAN_CAPTURED));
        assertThat(bench.events(id)).containsExactly("payments.captured", "payments.refunded");
    }

    @Test
    void aPaidOrderIsOneBatchBeforeTheProviderAndOneAfter() {
        var payment = bench.attempted(30_00);
        var answer = payments.callGateway(payment, APPROVE);
        assertThat(bench.answer(payment, answer).payment().good()).isTrue();
        assertThat(bench.answer(payment, answer).won()).isFalse();
        assertThat(bench.events(payment.id())).containsExactly("payments.authorised");
    }

    @Test
    void aBatchRecordsEachAnswerInTheOrderAsked() {
        var one = bench.attempted(1_00);
        var two = bench.attempted(2_00);
        var answers = List.of(
                new Answered(two.id(), new GatewayAnswer.Declined("no"), Touchpoint.SYSTEM),
                new Answered(one.id(), new GatewayAnswer.Approved("yes"), Touchpoint.SYSTEM));
        var recorded = bench.transaction().execute(_ -> payments.recordAll(answers));
        assertThat(recorded).extracting(r -> r.payment().state()).containsExactly(
                PaymentState.DECLINED, PaymentState.AUTHORISED);
    }

    @Test
    void anApprovalWhoseAnswerGotLostIsFoundOutByAsking() {
        var id = bench.opened(Tender.CARD, 7_00).id();
        assertThat(payments.authorise(id, new CardToken("tok_timeout"), Touchpoint.SYSTEM))
                .isInstanceOf(PaymentOutcome.Undecided.class);
        bench.settle();
        assertThat(bench.payment(id).good()).isTrue();
        assertThat(bench.books(id).charges()).isEqualTo(1);
    }

    @Test
    void aRequestThatNeverArrivedIsGivenUpSoThatTheCustomerMayTryAgain() {
        var id = bench.opened(Tender.CARD, 7_00).id();
        var lost = payments.authorise(id, new CardToken("tok_timeout_nothing"), Touchpoint.SYSTEM);
        bench.clock().pass(Duration.ofSeconds(5));
        bench.resolver().run();
        assertThat(Outcomes.of(bench.payment(id))).isEqualTo(lost).isInstanceOf(PaymentOutcome.Undecided.class);
        bench.clock().pass(Errands.ARRIVES_WITHIN);
        bench.resolver().run();
        assertThat(bench.payment(id).state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void anApprovalAfterGivingUpIsLetGoAndNobodyIsToldThatMoneyIsThere() {
        var id = bench.opened(Tender.CARD, 7_00).id();
        bench.gateway().next.set(Fault.DELAYED);
        assertThat(payments.authorise(id, APPROVE, Touchpoint.SYSTEM)).isInstanceOf(PaymentOutcome.Undecided.class);
        bench.clock().pass(Duration.ofMinutes(1));
        bench.resolver().run();
        bench.gateway().deliverDelayed();
        bench.settle();
        assertThat(bench.books(id)).isEqualTo(new Books(1, 7_00, 0, 7_00, 0));
        assertThat(bench.events(id)).containsExactly("payments.declined", "payments.released");
    }

    @Test
    void aReleaseAskedForWhileTheAnswerIsUnknownIsRemembered() {
        var id = bench.opened(Tender.CARD, 9_00).id();
        assertThat(payments.authorise(id, new CardToken("tok_timeout"), Touchpoint.SYSTEM))
                .isInstanceOf(PaymentOutcome.Undecided.class);
        assertThat(payments.release(id, Touchpoint.SYSTEM)).isInstanceOf(Undecided.class);
        bench.settle();
        assertThat(bench.books(id)).isEqualTo(new Books(1, 9_00, 0, 9_00, 0));
        assertThat(bench.payment(id).state()).isEqualTo(PaymentState.RELEASED);
        assertThat(bench.events(id)).containsExactly("payments.released");
    }

    @Test
    void aCrashBetweenTheCallAndItsAnswerIsAskedAboutLater() {
        var id = bench.opened(Tender.CARD, 11_00).id();
        bench.gateway().next.set(Fault.CALLER_DIES_AFTER);
        assertThatThrownBy(() -> payments.authorise(id, APPROVE, Touchpoint.SYSTEM)).isInstanceOf(Death.class);
        assertThat(payments.authorise(id, APPROVE, Touchpoint.SYSTEM)).isInstanceOf(PaymentOutcome.Undecided.class);
        bench.settle();
        assertThat(bench.payment(id).good()).isTrue();
        assertThat(bench.books(id).charges()).isEqualTo(1);
    }

    @Test
    void aProviderThatAnswersTwiceChargesOnce() {
        var id = bench.opened(Tender.CARD, 4_00).id();
        assertThat(payments.authorise(id, new CardToken("tok_twice"), Touchpoint.SYSTEM))
                .isInstanceOf(PaymentOutcome.Authorised.class);
        Awaitility.await().until(() -> bench.events(id).equals(List.of("payments.authorised")));
        assertThat(bench.books(id)).isEqualTo(new Books(1, 4_00, 0, 0, 0));
    }

    /** Found by seed 1040: two calls with one key in one batch of the provider were answered each as it wished. */
    @Test
    void twoCardsUnderOneKeyGetOneAnswer() {
        var payment = bench.attempted(6_00);
        var answers = atOnce(40, i -> () -> payments.callGateway(payment, i % 2 == 0 ? APPROVE : DECLINE));
        assertThat(answers).hasSize(40).containsOnly(answers.getFirst());
    }

    @Test
    void aHostedPageAnswersByANoticeThatIsNotBelievedButAskedAbout() {
        var payment = bench.opened(Tender.HOSTED, 8_00);
        var outcome = payments.authorise(payment.id(), null, Touchpoint.SYSTEM);
        assertThat(outcome).isInstanceOf(PaymentOutcome.Redirected.class);
        bench.resolver().noticed(payment.gatewayKey());
        assertThat(bench.payment(payment.id()).state()).isEqualTo(PaymentState.PENDING);
        bench.database().sql("UPDATE testgateway.charge SET state = 'APPROVED' WHERE key = :key")
                .param("key", payment.gatewayKey())
                .update();
        bench.resolver().noticed(payment.id() + "-forged");
        assertThat(bench.payment(payment.id()).state()).isEqualTo(PaymentState.PENDING);
        bench.resolver().noticed(payment.gatewayKey());
        assertThat(bench.payment(payment.id()).good()).isTrue();
    }

    @Test
    void repeatingAnIdMovesNothingMoreAndAnIdIsNeverUsedForTwoThings() {
        var id = bench.held(50_00);
        assertThat(payments.capture(capture("c", id, 20_00))).isInstanceOf(Done.class);
        assertThat(payments.capture(capture("c", id, 20_00))).isInstanceOf(Done.class);
        assertThat(payments.capture(capture("c", id, 21_00))).isEqualTo(new Refused(Refusal.ID_TAKEN));
        assertThat(payments.refund(refund("c", id, 20_00))).isEqualTo(new Refused(Refusal.ID_TAKEN));
        assertThat(bench.books(id).captured()).isEqualTo(20_00);
    }

    @Test
    void moreThanIsHeldIsNeverTakenHoweverManyTry() {
        var id = bench.held(100_00);
        var outcomes = atOnce(200, i -> () -> payments.capture(capture("c" + i, id, 3_00)));
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(33);
        assertThat(bench.books(id).captured()).isEqualTo(99_00);
    }

    @Test
    void moreThanWasTakenIsNeverGivenBackHoweverManyTry() {
        var id = bench.held(100_00);
        assertThat(payments.capture(capture("c", id, 50_00))).isInstanceOf(Done.class);
        var outcomes = atOnce(200, i -> () -> payments.refund(refund("r" + i, id, 3_00)));
        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(16);
        assertThat(bench.books(id).refunded()).isEqualTo(48_00);
    }

    @Test
    void oneIdAskedForByManyAtOnceMovesOnce() {
        var id = bench.held(100_00);
        var outcomes = atOnce(50, i -> () -> payments.capture(capture("same", id, 10_00)));
        assertThat(outcomes).noneMatch(Refused.class::isInstance);
        assertThat(bench.books(id).captured()).isEqualTo(10_00);
    }

    @Test
    void oneOfManyWhoPayAtOnceReachesTheProvider() {
        var id = bench.opened(Tender.CARD, 10_00).id();
        var outcomes = atOnce(50, i -> () -> payments.authorise(id, APPROVE, Touchpoint.SYSTEM));
        assertThat(outcomes).noneMatch(PaymentOutcome.Declined.class::isInstance);
        assertThat(bench.books(id)).isEqualTo(new Books(1, 10_00, 0, 0, 0));
        assertThat(bench.events(id)).containsExactly("payments.authorised");
    }

    @Test
    void whatIsBegunInATransactionIsCarriedOutAfterItAndNotAtAllIfItFails() {
        var id = bench.held(10_00);
        bench.transaction().executeWithoutResult(transaction -> {
            assertThat(payments.captureLater(capture("undone", id, 10_00))).isInstanceOf(Undecided.class);
            transaction.setRollbackOnly();
        });
        bench.transaction().executeWithoutResult(_ -> {
            assertThat(payments.captureLater(capture("c", id, 4_00))).isInstanceOf(Undecided.class);
            assertThat(payments.releaseLater(id, Touchpoint.SYSTEM)).isInstanceOf(Undecided.class);
        });
        assertThat(bench.books(id).captured()).isZero();
        bench.resolver().run();
        assertThat(bench.books(id)).isEqualTo(new Books(1, 10_00, 4_00, 6_00, 0));
    }

    @Test
    void aProviderIsNeverCalledInsideATransaction() {
        var id = bench.held(10_00);
        assertThatThrownBy(() -> bench.transaction().execute(_ -> payments.capture(capture("c", id, 1_00))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bench.books(id).captured()).isZero();
    }

    @Test
    void aPaymentThatWasReleasedBeforeAnybodyAskedIsOver() {
        var id = bench.opened(Tender.CARD, 3_00).id();
        assertThat(payments.release(id, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
        assertThat(payments.authorise(id, APPROVE, Touchpoint.SYSTEM)).isInstanceOf(PaymentOutcome.GivenUp.class);
        assertThat(bench.books(id).charges()).isZero();
        assertThat(bench.events(id)).containsExactly("payments.released");
    }

    @Test
    void cardNumbersAreRefusedWhereverTheyCouldSlipIn() {
        for (var number : List.of("4111111111111111", "4111 1111 1111 1111", "3782-822463-10005", "card 5555555555554444.")) {
            assertThatThrownBy(() -> new CardToken(number)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new GatewayAnswer.Approved(number)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> capture(number, new PaymentId(1), 1)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new CardToken("4111111111111112").toString()).doesNotContain("4111");
    }

    @Test
    void theLedgerIsOnlyAppendedTo() {
        var id = bench.held(1_00);
        assertThatThrownBy(() -> bench.database().sql("UPDATE payments.entry SET amount = 2 WHERE payment_id = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("only appended to");
    }

    @Test
    void theAuditFindsAnAmountThatItsLedgerDoesNotBear() {
        var id = bench.held(1_00);
        breakAmount(id, 1);
        assertThat(payments.check().differences()).containsExactly(new AuditReport.Difference(id, "capturing", 1, 0));
        assertThat(audit.run()).extracting(Finding::grade).containsExactly(Finding.Grade.WRONG, Finding.Grade.FINE);
        breakAmount(id, 0);
        assertThat(audit.run()).extracting(Finding::grade).containsOnly(Finding.Grade.FINE);
        assertThat(payments.check().compared()).isPositive();
    }

    @Test
    void aLostAnswerIsUnknownNotARefusal() {
        var payment = bench.attempted(2_00);
        assertThat(payments.callGateway(payment, new CardToken("tok_timeout_declined"))).isInstanceOf(Unknown.class);
        bench.settle();
        assertThat(bench.payment(payment.id()).state()).isEqualTo(PaymentState.DECLINED);
        assertThat(bench.payment(payment.id()).amount()).isEqualTo(usd(2_00));
    }

    private void breakAmount(PaymentId id, long capturing) {
        bench.database().sql("UPDATE payments.payment SET capturing = :capturing WHERE id = :id")
                .param("capturing", capturing)
                .param("id", id.value())
                .update();
    }

    private static <T> List<T> atOnce(int times, IntFunction<Callable<T>> call) {
        try (var threads = Executors.newFixedThreadPool(16)) {
            var calls = IntStream.range(0, times).mapToObj(call).toList();
            return threads.invokeAll(calls).stream().map(Future::resultNow).toList();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}

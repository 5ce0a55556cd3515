package io.stoa.payments;

import io.stoa.payments.MovementOutcome.Refusal;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes money and gives it back. Calls that reach a provider ({@link #authorise}, {@link #callGateway}, {@link #capture},
 * {@link #release}, {@link #refund}) refuse to run inside a transaction; those that only write ({@link #openAll},
 * {@link #recordAll} and the {@code …Later} ones) join the caller's. Everything may be repeated with the same ids.
 */
@Component
public class Payments {

    private final PaymentTable payments;
    private final Holds holds;
    private final Movements movements;
    private final Errands errands;
    private final Resolver resolver;
    private final Audit audit;
    private final Clock clock;

    Payments(
            PaymentTable payments,
            Holds holds,
            Movements movements,
            Errands errands,
            Resolver resolver,
            Audit audit,
            Clock clock) {
        this.payments = payments;
        this.holds = holds;
        this.movements = movements;
        this.errands = errands;
        this.resolver = resolver;
        this.audit = audit;
        this.clock = clock;
    }

    /** Opens payments in one statement in the caller's transaction. Cash is captured by that; the rest waits. */
    public void openAll(List<NewPayment> opened) {
        holds.openAll(opened, clock.instant());
    }

    /** The most that this card can pay at this moment, where its provider tells; a gift card's balance, for one. */
    public Optional<Money> room(Tender tender, @Nullable CardToken token, Currency currency) {
        return errands.room(tender, token, currency);
    }

    /** Whether some provider here takes it. */
    public boolean takes(Tender tender) {
        return errands.takes(tender);
    }

    /**
     * Asks the provider to hold an attempted payment, whose row must be durable by now; writes nothing, never throws. A page
     * of the provider need not ask for the e-mail address that is known.
     */
    public GatewayAnswer callGateway(NewPayment payment, @Nullable CardToken token, @Nullable String email) {
        if (!payment.attempting()) {
            throw new IllegalArgumentException("Only a payment opened as attempted may be called for");
        }
        return errands.hold(new Gateway.HoldRequest(
                payment.gatewayKey(), payment.tender(), payment.amount(), payment.order(), token, email));
    }

    /** The same without an address. */
    public GatewayAnswer callGateway(NewPayment payment, @Nullable CardToken token) {
        return callGateway(payment, token, null);
    }

    /** Somebody says that there is news about a call with this key, such as a customer who comes back from a page: asks. */
    public Optional<Payment> askedAgain(String gatewayKey) {
        resolver.noticed(gatewayKey);
        return withKey(gatewayKey);
    }

    /** The payment that a provider knows by this key. */
    public Optional<Payment> withKey(String gatewayKey) {
        return resolver.paymentOf(gatewayKey).map(StoredPayment::view);
    }

    /**
     * Writes what the provider answered, in one statement and one for the events, in the caller's transaction. The first
     * answer counts. Answers each payment as it stands now, in the order asked: rely on {@link Payment#good}, not on who won.
     */
    public List<Recorded> recordAll(List<Answered> answers) {
        var now = clock.instant();
        return holds.settleAll(answers.stream().map(a -> Settlement.of(a, now)).toList(), now);
    }

    /** Asks for the money of an opened payment, once however often it is called. */
    public PaymentOutcome authorise(PaymentId id, @Nullable CardToken token, Touchpoint touchpoint) {
        return payments.attempt(id, clock.instant())
                .map(attempt -> record(attempt, token, touchpoint))
                .orElseGet(() -> Outcomes.of(existing(id)));
    }

    /** Takes held money, all of it or part. */
    public MovementOutcome capture(CaptureRequest request) {
        if (movements.start(request, PaymentTable.GRACE)) {
            errands.carryOut(request.id(), request.touchpoint());
        }
        return outcome(request);
    }

    /** Gives back money that was taken, all of it or part. */
    public MovementOutcome refund(RefundRequest request) {
        if (movements.start(request, PaymentTable.GRACE)) {
            errands.carryOut(request.id(), request.touchpoint());
        }
        return outcome(request);
    }

    /**
     * Lets go what is held and not taken, and takes nothing more. While it is not known whether money is held, this is
     * remembered: an approval that comes later is let go at once.
     */
    public MovementOutcome release(PaymentId payment, Touchpoint touchpoint) {
        movements.startRelease(payment, PaymentTable.GRACE, touchpoint).ifPresent(id -> errands.carryOut(id, touchpoint));
        return released(payment);
    }

    /** Like {@link #capture}, in the caller's transaction: reserved at once, the provider is asked within seconds after. */
    public MovementOutcome captureLater(CaptureRequest request) {
        movements.startInTransaction(request);
        return outcome(request);
    }

    /** Like {@link #refund}, in the caller's transaction: reserved at once, the provider is asked within seconds after. */
    public MovementOutcome refundLater(RefundRequest request) {
        movements.startInTransaction(request);
        return outcome(request);
    }

    /** Like {@link #release}, in the caller's transaction: the provider is asked within seconds after. */
    public MovementOutcome releaseLater(PaymentId payment, Touchpoint touchpoint) {
        var started = movements.startRelease(payment, Duration.ZERO, touchpoint);
        return started.<MovementOutcome>map(id -> new MovementOutcome.Undecided(existing(payment)))
                .orElseGet(() -> released(payment));
    }

    public Optional<Payment> find(PaymentId id) {
        return movements.find(id);
    }

    /** Those that there are, in one query. */
    public List<Payment> findAll(Collection<PaymentId> ids) {
        return payments.byIds(ids).stream().map(StoredPayment::view).toList();
    }

    public List<Payment> of(OrderId order) {
        return payments.ofOrders(List.of(order)).stream().map(StoredPayment::view).toList();
    }

    /** What the payments of an order can still do, oldest first, and how much of each was given back for this reason. */
    public List<Standing> standings(OrderId order, String reason) {
        return payments.standings(order, reason);
    }

    /** Payments by order, oldest first, in one query; an order without payments is not in the map. */
    public Map<OrderId, List<Payment>> ofAll(Collection<OrderId> orders) {
        return payments.ofOrders(orders).stream()
                .map(StoredPayment::view)
                .collect(Collectors.groupingBy(Payment::order));
    }

    /** Proves that every payment's amounts are the sums of its ledger; says how many payments it compared. */
    public AuditReport check() {
        return audit.check();
    }

    /** Asks the provider for what was opened and writes the answer: the attempt was durable before, so a crash is safe. */
    private PaymentOutcome record(StoredPayment attempt, @Nullable CardToken token, Touchpoint touchpoint) {
        var view = attempt.view();
        var answer = errands.hold(new Gateway.HoldRequest(
                attempt.gatewayKey(), view.tender(), view.amount(), view.order(), token, null));
        var recorded = recordAll(List.of(new Answered(attempt.id(), answer, touchpoint)));
        return Outcomes.of(recorded.getFirst().payment());
    }

    private MovementOutcome outcome(CaptureRequest request) {
        var payment = find(request.payment());
        return movements
                .byId(request.id())
                .map(movement -> Outcomes.of(movement, request, payment.orElseThrow()))
                .orElseGet(() -> Outcomes.refused(request, payment));
    }

    private MovementOutcome outcome(RefundRequest request) {
        var payment = find(request.payment());
        return movements
                .byId(request.id())
                .map(movement -> Outcomes.of(movement, request, payment.orElseThrow()))
                .orElseGet(() -> Outcomes.refused(request, payment));
    }

    private MovementOutcome released(PaymentId id) {
        return find(id).map(Outcomes::released).orElse(new MovementOutcome.Refused(Refusal.NO_SUCH_PAYMENT));
    }

    private Payment existing(PaymentId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No payment " + id));
    }
}

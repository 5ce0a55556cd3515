package io.stoa.payments;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.payments.gateway.Tender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what providers answered about holds, with the events, in one transaction. */
@Component
class Holds {

    private final PaymentTable payments;
    private final EventLog log;

    Holds(PaymentTable payments, EventLog log) {
        this.payments = payments;
        this.log = log;
    }

    @Transactional
    public void openAll(List<NewPayment> opened, Instant now) {
        payments.openAll(opened, now);
        var cash = opened.stream().filter(p -> p.tender() == Tender.CASH).toList();
        log.append(cash.stream().map(Holds::taken).toList());
    }

    /** One statement for the answers and one for their events; in the order of the ids, one result per payment. */
    @Transactional
    public List<Recorded> settleAll(Collection<Settlement> settlements, Instant now) {
        var firsts = settlements.stream()
                .collect(Collectors.toMap(Settlement::payment, Function.identity(), Holds::stronger, LinkedHashMap::new));
        var changed = payments.settleAll(List.copyOf(firsts.values()), now);
        log.append(changed.stream()
                .flatMap(payment -> event(payment, firsts).stream())
                .toList());
        return results(firsts.keySet(), changed);
    }

    /** One settlement, for callers that do not need its result: whether it still counted is decided by the guard. */
    @Transactional
    public void settle(Settlement settlement, Instant now) {
        var _ = settleAll(List.of(settlement), now);
    }

    void rest(StoredPayment payment) {
        payments.rest(payment);
    }

    /** Two answers about one payment in one batch: an approval must not be lost behind anything. */
    private static Settlement stronger(Settlement one, Settlement other) {
        return other.state() == PaymentState.AUTHORISED ? other : one;
    }

    private List<Recorded> results(Collection<PaymentId> asked, List<StoredPayment> changed) {
        var results = new LinkedHashMap<PaymentId, Recorded>();
        changed.forEach(payment -> results.put(payment.id(), new Recorded(payment.view(), true)));
        var others = new ArrayList<>(asked);
        others.removeAll(results.keySet());
        if (!others.isEmpty()) {
            payments.byIds(others).forEach(p -> results.put(p.id(), new Recorded(p.view(), false)));
        }
        return asked.stream().map(results::get).filter(Objects::nonNull).toList();
    }

    /** No event of an approval that came too late: nobody may act on money that is being let go. */
    private static Optional<NewEvent> event(StoredPayment payment, Map<PaymentId, Settlement> settlements) {
        var by = Objects.requireNonNull(settlements.get(payment.id())).touchpoint();
        var view = payment.view();
        return switch (view.state()) {
            case AUTHORISED ->
                view.releaseWanted()
                        ? Optional.empty()
                        : Optional.of(payment.event("payments.authorised", view.amount(), null, by));
            case DECLINED -> Optional.of(payment.event("payments.declined", view.amount(), null, by));
            case OPENED, ATTEMPTING, PENDING, UNKNOWN, CAPTURED, RELEASED -> Optional.empty();
        };
    }

    private static NewEvent taken(NewPayment payment) {
        var amount = payment.amount();
        var payload = new PaymentChanged(
                payment.id().value(),
                payment.order().value(),
                payment.tender(),
                amount.minor(),
                amount.currency().getCurrencyCode(),
                null);
        return new NewEvent(
                "payments.captured", "payment:" + payment.id(), 1, null, payment.order(), payment.touchpoint(), payload);
    }
}

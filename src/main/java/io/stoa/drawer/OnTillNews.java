package io.stoa.drawer;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.Listener;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.payments.PaymentChanged;
import io.stoa.returns.ReturnChanged;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts what was paid and given back at a till into its drawer, in the transaction that moves the cursor, each once by its
 * cause. A payment belongs to the till that its touchpoint names. A refund is carried out later and by nobody: it belongs to
 * the till where the goods were taken back, or where the order was cancelled, as their trail tells.
 */
@Component
class OnTillNews implements Listener {

    static final String NAME = "drawer-on-till-news";

    private static final String HELD = "payments.authorised";
    private static final String TAKEN = "payments.captured";
    private static final String LET_GO = "payments.released";
    private static final String GIVEN_BACK = "payments.refunded";
    private static final Set<String> CALLED_OFF =
            Set.of(OrderEnded.CANCELLED, OrderChanged.LINES_CANCELLED, OrderChanged.LINES_LOWERED);
    private static final Pattern OF_RETURN = Pattern.compile("(return:[0-9]+):.*");
    private static final int TRAIL_MAX = 1000;

    private final DrawerTable drawers;
    private final MovementTable movements;
    private final SaleFacts facts;
    private final EventLog log;

    OnTillNews(DrawerTable drawers, MovementTable movements, SaleFacts facts, EventLog log) {
        this.drawers = drawers;
        this.movements = movements;
        this.facts = facts;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> types() {
        return Set.of(HELD, TAKEN, LET_GO, GIVEN_BACK, OrderPaid.TYPE);
    }

    @Override
    public void on(List<Event> events) {
        for (var event : events) {
            switch (event.type()) {
                case HELD, TAKEN -> paid(event);
                case LET_GO -> letGo(event, event.read(PaymentChanged.class));
                case GIVEN_BACK -> givenBack(event, event.read(PaymentChanged.class));
                default -> sold(event);
            }
        }
    }

    /** Cash is taken at once, a card is held first: whichever is told at a till counts, and the second is the same cause. */
    private void paid(Event event) {
        till(event).ifPresent(till -> {
            var payment = event.read(PaymentChanged.class);
            put(till, "payment:" + payment.payment(), CashKind.SALE, event, payment);
        });
    }

    /** Only while the drawer is open that counted it: later it is no longer this till's affair. */
    private void letGo(Event event, PaymentChanged payment) {
        movements
                .find("payment:" + payment.payment())
                .filter(sale -> sale.drawer() != null && drawers.lockShared(sale.till()))
                .filter(sale -> drawers.openAt(sale.till())
                        .filter(open -> open.id().equals(sale.drawer()))
                        .isPresent())
                .ifPresent(sale -> put(
                        sale.till(),
                        "release:" + payment.payment() + ":" + payment.movement(),
                        CashKind.RELEASE,
                        event,
                        payment));
    }

    private void givenBack(Event event, PaymentChanged payment) {
        origin(event, payment.movement())
                .flatMap(OnTillNews::till)
                .ifPresent(till -> put(till, "refund:" + payment.movement(), CashKind.REFUND, event, payment));
    }

    /** What caused a refund: the goods taken in, or the order or a part of it called off. */
    private Optional<Event> origin(Event refund, @Nullable String movement) {
        var ofReturn = OF_RETURN.matcher(movement == null ? "" : movement);
        if (ofReturn.matches()) {
            return log.about(ofReturn.group(1), TRAIL_MAX).stream()
                    .filter(one -> one.type().equals(ReturnChanged.RECEIVED))
                    .findFirst();
        }
        return refund.order() == null
                ? Optional.empty()
                : log.ofOrder(new OrderId(refund.order()), TRAIL_MAX).stream()
                        .filter(one -> one.seq() < refund.seq() && CALLED_OFF.contains(one.type()))
                        .max(Comparator.comparingLong(Event::seq));
    }

    private void put(Till till, String cause, CashKind kind, Event event, PaymentChanged payment) {
        if (drawers.lockShared(till)) {
            var amount = Money.of(payment.amount(), payment.currency());
            boolean ignored = movements.insert(new MovementTable.Stored(
                    cause,
                    open(till, amount),
                    till,
                    kind,
                    payment.tender().name(),
                    amount,
                    new OrderId(payment.order()),
                    null,
                    event.actor(),
                    event.at()));
        }
    }

    private void sold(Event event) {
        var till = till(event);
        if (till.isPresent() && drawers.lockShared(till.get())) {
            var paid = event.read(OrderPaid.class);
            var found = facts.of(paid.order(), till.get().location());
            movements.insertSale(new MovementTable.Sale(
                    paid.order(), open(till.get(), paid.total()), till.get(), paid.total(), found, event.at()));
        }
    }

    private @Nullable DrawerId open(Till till, Money amount) {
        return drawers.openAt(till)
                .filter(drawer -> drawer.opening().currency().equals(amount.currency()))
                .map(Drawer::id)
                .orElse(null);
    }

    private static Optional<Till> till(Event event) {
        return event.location() == null || event.device() == null
                ? Optional.empty()
                : Optional.of(new Till(event.location(), event.device()));
    }
}

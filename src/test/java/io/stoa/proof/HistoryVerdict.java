package io.stoa.proof;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import io.stoa.orders.CartView;
import io.stoa.orders.OrderState;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentState;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong after a history, if anything, once everything that was begun has come to its end. */
record HistoryVerdict(InventoryHistoryTest shop, HistoryRun run, List<String> wrongs) {

    private static final Set<OrderState> OVER = Set.of(OrderState.CANCELLED, OrderState.EXPIRED);
    private static final Set<PaymentState> OPEN =
            Set.of(PaymentState.OPENED, PaymentState.ATTEMPTING, PaymentState.PENDING, PaymentState.UNKNOWN);

    static List<String> of(InventoryHistoryTest shop, HistoryRun run) {
        var verdict = new HistoryVerdict(shop, run, new ArrayList<>(run.surprises));
        run.articles.forEach(verdict::stock);
        run.placed.forEach(verdict::money);
        verdict.books();
        return verdict.wrongs();
    }

    /** Whether nothing is open any more: every payment is decided, what is over has let its money go. */
    static boolean isSettled(InventoryHistoryTest shop, HistoryRun run) {
        return run.placed.stream().allMatch(id -> isSettled(view(shop, id), shop.payments.of(id)));
    }

    private static boolean isSettled(OrderView order, List<Payment> payments) {
        boolean decided = payments.stream().noneMatch(payment -> OPEN.contains(payment.state()));
        boolean paid = payments.stream().anyMatch(Payment::good);
        return decided
                && (order.state() != OrderState.AWAITING_PAYMENT)
                && (!OVER.contains(order.state()) || payments.stream().noneMatch(HistoryVerdict::keepsMoney))
                && (order.state() != OrderState.PLACED || paid)
                && (order.state() != OrderState.FULFILLED || payments.stream().anyMatch(HistoryVerdict::isTaken));
    }

    /** The goods are gone; their money is taken within seconds after. */
    private static boolean isTaken(Payment payment) {
        return payment.captured().minor() > 0;
    }

    private static boolean keepsMoney(Payment payment) {
        return payment.authorised().minor()
                > payment.released().minor() + payment.refunded().minor();
    }

    private static OrderView view(InventoryHistoryTest shop, OrderId id) {
        return shop.orders.find(id).orElseThrow(() -> new AssertionError("Acknowledged and not there: " + id));
    }

    private void stock(Sku article) {
        var rows = shop.inventory.availability(List.of(article)).getOrDefault(article, List.of());
        int onHand = rows.stream().mapToInt(row -> row.onHand() + row.inTransit()).sum();
        int putIn = run.putIn.getOrDefault(article, 0);
        int gone = run.handedOver.getOrDefault(article, 0);
        boolean bruised = run.articles.indexOf(article) == HistoryRun.BRUISED;
        must(bruised || onHand == putIn - gone, "%s: %d on hand or on the way, %d put in and %d handed over", article, onHand, putIn, gone);
        must(bruised || owed(article) <= putIn, "%s: oversold, %d owed of %d", article, owed(article), putIn);
        must(bruised || rows.stream().allMatch(row -> row.over() == 0), "%s: promised beyond what is there: %s", article, rows);
        must(
                rows.stream().allMatch(row -> row.held() + row.allocated() <= row.onHand() + row.over()),
                "%s: more promised than on hand and over: %s",
                article,
                rows);
    }

    /** What buyers may still expect or have got already, from what they were told; what was called off does not count. */
    private int owed(Sku article) {
        return run.promised.entrySet().stream()
                .mapToInt(entry -> owed(view(shop, entry.getKey()), entry.getValue(), article))
                .sum();
    }

    private static int owed(OrderView order, List<CartView.Line> told, Sku article) {
        if (OVER.contains(order.state())) {
            return 0;
        }
        int asked = told.stream()
                .filter(line -> line.sku().equals(article))
                .mapToInt(line -> line.quantity().units())
                .sum();
        int calledOff = order.lines().stream()
                .filter(line -> line.sku().equals(article))
                .mapToInt(OrderView.Line::cancelled)
                .sum();
        return asked - calledOff;
    }

    private void money(OrderId id) {
        var order = view(shop, id);
        var payments = shop.payments.of(id);
        long good = payments.stream()
                .filter(payment -> payment.good() || payment.captured().minor() > 0)
                .count();
        boolean paid = order.state() == OrderState.PLACED || order.state() == OrderState.FULFILLED;
        must(!paid || good == 1, "%s is paid %d times: %s", order, good, payments);
        must(!OVER.contains(order.state()) || payments.stream().noneMatch(HistoryVerdict::keepsMoney), "%s keeps %s", order, payments);
        must(staysOnItsWay(order), "%s: a part leaves in another way than its line", order);
        must(approvedAtProvider(id) <= 1, "%s is charged more than once at the provider", order);
    }

    private static boolean staysOnItsWay(OrderView order) {
        return order.parts().stream().allMatch(part -> part.lines().stream().allMatch(piece -> {
            var way = order.lines().get(piece.line() - 1).delivery();
            return way == null ? part.leaving() == null : part.leaving() == (way.equals("SHIP") ? Leaving.SHIPPED : Leaving.COLLECTED);
        }));
    }

    private long approvedAtProvider(OrderId id) {
        return shop.database
                .sql("""
                        SELECT count(*) FROM testgateway.charge c JOIN payments.payment p ON p.gateway_key = c.key
                         WHERE p.order_id = :order AND c.state = 'APPROVED' AND c.released < c.amount
                        """)
                .param("order", id.value())
                .query(Long.class)
                .single();
    }

    private void books() {
        var stock = shop.inventory.reconcile();
        var money = shop.payments.check();
        must(stock.compared() >= run.articles.size(), "only %d stock rows were compared", stock.compared());
        must(stock.clean(), "counters and movements: %s", stock.differences());
        must(money.differences().isEmpty(), "payments and their ledger: %s", money.differences());
    }

    @FormatMethod
    private void must(boolean right, @FormatString String otherwise, Object... values) {
        if (!right) {
            wrongs.add(otherwise.formatted(values));
        }
    }
}

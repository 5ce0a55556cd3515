package io.stoa.office;

import io.stoa.customers.Customer;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.Payment;
import io.stoa.shared.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order with all that is known of it, in the visitor's language; {@code collector} is who collects it in the customer's place. */
public record OrderDetail(
        OrderView order,
        String tone,
        String door,
        String place,
        String placed,
        @Nullable Customer customer,
        @Nullable String collector,
        List<Payment> payments,
        List<Remark> remarks,
        String verdict,
        List<Stop> routing,
        List<From> parts,
        List<Sentence> trail,
        boolean cancellable,
        @Nullable Imported imported) {

    /** The places that were chosen, or those that were not. */
    public List<Stop> chosen(boolean wanted) {
        return routing.stream().filter(stop -> stop.chosen() == wanted).toList();
    }

    /** What was ordered at first, tax and all; null as long as nothing was taken out. */
    public @Nullable Money ordered() {
        boolean fewer = order.lines().stream().anyMatch(line -> line.cancelled() > 0);
        var all = order.lines().stream().map(OrderView.Line::gross).reduce(Money.zero(order.total().currency()), Money::plus);
        return fewer ? all : null;
    }

    /** What became of the money at the bank, in words. */
    public record Remark(String tone, String text) {}

    /** A place that routing looked at, whether it was chosen, and why or why not. */
    public record Stop(String name, boolean chosen, String reason) {}

    /** Where an order of the time before Stoa comes from, and when it came. */
    public record Imported(String origin, String recorded) {}

    /** What one place contributes, in words. */
    public record From(String name, List<String> pieces) {}
}

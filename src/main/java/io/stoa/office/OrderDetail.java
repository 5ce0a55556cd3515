package io.stoa.office;

import io.stoa.customers.Customer;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.Payment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One order with all that is known of it, in the visitor's language. */
public record OrderDetail(
        OrderView order,
        String tone,
        String door,
        String place,
        String placed,
        @Nullable Customer customer,
        List<Payment> payments,
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

    /** A place that routing looked at, whether it was chosen, and why or why not. */
    public record Stop(String name, boolean chosen, String reason) {}

    /** Where an order of the time before Stoa comes from, and when it came. */
    public record Imported(String origin, String recorded) {}

    /** What one place contributes, in words. */
    public record From(String name, List<String> pieces) {}
}

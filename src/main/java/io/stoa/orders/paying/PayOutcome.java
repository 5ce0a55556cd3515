package io.stoa.orders.paying;

import io.stoa.orders.OrderState;
import io.stoa.shared.Money;
import java.net.URI;

/** What came of paying for an order. */
public sealed interface PayOutcome {

    /** The money is held or taken, and the goods are the customer's. */
    record Paid(OrderState state) implements PayOutcome {}

    /** This part of the money is there; so much is still to be paid, and the goods stay held for a while. */
    record PartlyPaid(Money due) implements PayOutcome {}

    /** More than is to be paid: nothing was taken. */
    record TooMuch(Money due) implements PayOutcome {}

    /** Refused; the goods stay held for a while, another card may be tried. */
    record Declined(String reason) implements PayOutcome {}

    /** Not known yet: the provider is asked until it is. The order follows by itself; nothing needs to be repeated. */
    record Undecided() implements PayOutcome {}

    /** The customer has to go to this page first. */
    record Redirect(URI page) implements PayOutcome {}

    /** The order does not wait for money: it is paid, cancelled, or its time was over (then the money is let go). */
    record NotPayable(OrderState state) implements PayOutcome {}

    /** There is no such order. */
    record NoSuchOrder() implements PayOutcome {}
}

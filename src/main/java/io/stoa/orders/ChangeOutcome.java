package io.stoa.orders;

import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.List;

/** What came of a change to an order. */
public sealed interface ChangeOutcome {

    /**
     * Done. {@code worth} is what the changed pieces cost the customer; {@code moved} are the places that took them over, if
     * they were routed again.
     */
    record Done(OrderState state, Money worth, List<Part> moved) implements ChangeOutcome {}

    /** The order is over, or these pieces are not in it any more or not yet with the customer. */
    record TooLate(OrderState state) implements ChangeOutcome {}

    /** The order agrees, but by the count only so many pieces of this are at the place that was to hand them over. */
    record NotThere(Sku sku, LocationId location, int onHand) implements ChangeOutcome {}

    /** There is no such order. */
    record NoSuchOrder() implements ChangeOutcome {}
}

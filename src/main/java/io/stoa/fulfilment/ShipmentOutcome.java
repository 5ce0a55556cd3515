package io.stoa.fulfilment;

import io.stoa.orders.OrderState;
import io.stoa.shared.Sku;
import java.time.Instant;

/** What came of work on a shipment. */
public sealed interface ShipmentOutcome {

    /** Done, now or by the same request before. */
    record Done(Shipment shipment) implements ShipmentOutcome {}

    /** Not in this state. */
    record NotNow(ShipmentState state) implements ShipmentOutcome {}

    /** The order was cancelled or changed meanwhile, so that these goods are no longer promised to it. */
    record OrderMoved(OrderState state) implements ShipmentOutcome {}

    /** Of this line only so many pieces are left here. */
    record TooFew(int line, int open) implements ShipmentOutcome {}

    /** By the count only so many pieces of this are here: fewer can go, or all of them once the shelf is counted again. */
    record NotThere(Sku sku, int onHand) implements ShipmentOutcome {}

    /** Not the code; after so many more wrong ones it is locked. */
    record WrongCode(int triesLeft) implements ShipmentOutcome {}

    /** Too many wrong codes: no code is taken until then. A member of the staff may still override. */
    record Locked(Instant until) implements ShipmentOutcome {}

    record NoSuchShipment() implements ShipmentOutcome {}
}

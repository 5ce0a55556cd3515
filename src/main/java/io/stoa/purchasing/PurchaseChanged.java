package io.stoa.purchasing;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;

/** Payload of every event of a purchase order: how many pieces were ordered, and how many came. Key {@code purchase:ID}. */
public record PurchaseChanged(
        PurchaseOrderId purchase, SupplierId supplier, LocationId location, int ordered, int received) {

    public static final String DRAFTED = "purchasing.drafted";
    public static final String PLACED = "purchasing.placed";
    public static final String RECEIVED = "purchasing.received";
    public static final String CLOSED = "purchasing.closed";
    public static final String CALLED_OFF = "purchasing.called_off";

    static NewEvent event(String type, PurchaseOrder order, Touchpoint touchpoint) {
        int ordered = order.lines().stream().mapToInt(PurchaseOrder.Line::ordered).sum();
        return NewEvent.of(
                type,
                "purchase:" + order.id(),
                order.version(),
                touchpoint,
                new PurchaseChanged(order.id(), order.supplier(), order.location(), ordered, order.came()));
    }
}

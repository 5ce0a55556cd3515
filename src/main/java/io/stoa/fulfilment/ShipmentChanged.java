package io.stoa.fulfilment;

import io.stoa.events.NewEvent;
import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every event of this module: what one place did for an order, and with which pieces. {@code why} is a reason for
 * a rejection or for a hand-over without a code. Key {@code shipment:ID}.
 */
public record ShipmentChanged(
        ShipmentId shipment,
        OrderId order,
        LocationId location,
        ShipmentKind kind,
        ShipmentState state,
        List<Part.Piece> pieces,
        @Nullable String why) {

    /** Fewer pieces are wanted; the rest goes on. */
    public static final String LOWERED = "fulfilment.pieces_cancelled";

    /** It still waits for its customer, and not for much longer. */
    public static final String REMINDED = "fulfilment.collect_reminder";

    /** Somebody else collects it, another than was named before, or nobody else any more. Nobody's name is in it. */
    public static final String COLLECTOR = "fulfilment.collector_changed";

    static NewEvent event(Shipment shipment, List<Part.Piece> pieces, @Nullable String why, Touchpoint touchpoint) {
        return event(shipment.state().event(), shipment, pieces, why, touchpoint);
    }

    static NewEvent event(
            String type, Shipment shipment, List<Part.Piece> pieces, @Nullable String why, Touchpoint touchpoint) {
        return new NewEvent(
                type,
                "shipment:" + shipment.id(),
                shipment.version(),
                shipment.customer(),
                shipment.order(),
                touchpoint,
                new ShipmentChanged(
                        shipment.id(),
                        shipment.order(),
                        shipment.location(),
                        shipment.kind(),
                        shipment.state(),
                        pieces,
                        why));
    }
}

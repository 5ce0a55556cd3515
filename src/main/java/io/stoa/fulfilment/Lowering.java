package io.stoa.fulfilment;

import io.stoa.events.EventLog;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes work away that an order no longer wants. In the caller's transaction. */
@Component
class Lowering {

    private final ShipmentTable shipments;
    private final EventLog log;
    private final Clock clock;

    Lowering(ShipmentTable shipments, EventLog log, Clock clock) {
        this.shipments = shipments;
        this.log = log;
        this.clock = clock;
    }

    /** Nothing more of the order is wanted. What is gone already stays gone. */
    void cancel(OrderId order, Touchpoint touchpoint) {
        for (var shipment : shipments.lockOpen(order)) {
            take(shipment, shipment.rest().lines(), touchpoint);
        }
    }

    /** Fewer pieces are wanted from these places; the shipment that was made last gives them first. */
    void lower(OrderId order, List<Part> parts, Touchpoint touchpoint) {
        for (var shipment : shipments.lockOpen(order)) {
            var less = new ArrayList<Piece>();
            var left = new ArrayList<Part>();
            for (var part : parts) {
                left.add(part.location().equals(shipment.location()) ? split(part, shipment, less) : part);
            }
            if (!less.isEmpty()) {
                take(shipment, less, touchpoint);
            }
            parts = left;
        }
    }

    /** Moves what the shipment has of the part into {@code less}; answers what others must give. */
    private static Part split(Part part, Shipment shipment, List<Piece> less) {
        var others = new ArrayList<Piece>();
        for (var piece : part.lines()) {
            int wanted = piece.quantity().units();
            int here = Math.min(wanted, open(shipment, piece.line()));
            if (here > 0) {
                less.add(new Piece(piece.line(), piece.sku(), Quantity.of(here)));
            }
            if (here < wanted) {
                others.add(new Piece(piece.line(), piece.sku(), Quantity.of(wanted - here)));
            }
        }
        return new Part(part.location(), others);
    }

    private static int open(Shipment shipment, int line) {
        return shipment.lines().stream()
                .filter(one -> one.line() == line)
                .mapToInt(Shipment.Line::open)
                .sum();
    }

    private void take(Shipment shipment, List<Piece> pieces, Touchpoint touchpoint) {
        shipments.cancel(shipment.id(), pieces);
        int left = shipment.lines().stream().mapToInt(Shipment.Line::open).sum()
                - pieces.stream().mapToInt(piece -> piece.quantity().units()).sum();
        var to = left > 0 ? shipment.state() : ended(shipment);
        if (!shipments.move(shipment.id(), null, List.of(shipment.state()), to, clock.instant())) {
            throw new IllegalStateException("Shipment %s moved while it was locked".formatted(shipment.id()));
        }
        var now = shipments.locked(shipment.id());
        log.append(
                ShipmentChanged.event(left > 0 ? ShipmentChanged.LOWERED : to.event(), now, pieces, null, touchpoint));
    }

    /** What was handed over in part and is not wanted any further is handed over; only collecting goes by parts. */
    private static ShipmentState ended(Shipment shipment) {
        return shipment.isGoneInPart() ? ShipmentState.HANDED_OVER : ShipmentState.CANCELLED;
    }
}

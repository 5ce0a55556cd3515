package io.stoa.fulfilment;

import io.stoa.routing.Part;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one place does for one order, as it stands. {@code dueAt} is when it should be ready or gone, {@code collectBy} until
 * when it waits for its customer once it is ready, {@code collector} who collects or collected it in the customer's place. The
 * code that the customer shows is not part of it.
 */
public record Shipment(
        ShipmentId id,
        OrderId order,
        @Nullable CustomerId customer,
        LocationId location,
        ShipmentKind kind,
        ShipmentState state,
        List<Line> lines,
        @Nullable String tracking,
        @Nullable RejectionReason reason,
        long version,
        Instant placedAt,
        Instant dueAt,
        @Nullable Instant collectBy,
        @Nullable String collector,
        Instant updatedAt) {

    private static final Duration AT_THE_DOOR = Duration.ofDays(1);

    /** So many pieces for one line of the order; some of them may be gone or cancelled by now. */
    public record Line(int line, Sku sku, String title, int quantity, int handedOver, int cancelled) {

        /** Pieces that are still to be handed over. */
        public int open() {
            return quantity - handedOver - cancelled;
        }
    }

    public Shipment {
        lines = List.copyOf(lines);
    }

    /** Everything that is still to be handed over. */
    public Part rest() {
        return new Part(
                location,
                lines.stream()
                        .filter(line -> line.open() > 0)
                        .map(line -> new Part.Piece(line.line(), line.sku(), Quantity.of(line.open())))
                        .toList());
    }

    /** Nobody came in time; who is at the door has a day more. */
    boolean isOverdue(Instant now) {
        return switch (state) {
            case READY -> collectBy != null && !collectBy.isAfter(now);
            case ARRIVED -> collectBy != null && !collectBy.plus(AT_THE_DOOR).isAfter(now);
            default -> false;
        };
    }

    boolean isGoneInPart() {
        return lines.stream().anyMatch(line -> line.handedOver() > 0);
    }
}

package io.stoa.shop.collecting;

import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who collects in the customer's place, null the customer; asked while something waits or is made ready. */
public record Collector(boolean asked, @Nullable String name) {

    public static Collector of(List<Shipment> shipments) {
        var open = shipments.stream()
                .filter(shipment -> shipment.kind() == ShipmentKind.COLLECT && shipment.state().open())
                .toList();
        return new Collector(!open.isEmpty(), open.isEmpty() ? null : open.getFirst().collector());
    }
}

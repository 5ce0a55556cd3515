package io.stoa.parking;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;

/** Payload of every event of this module. The name of a basket is not told: people write into it. Key {@code basket:ID}. */
public record ParkedChanged(ParkedId basket, LocationId location, int pieces) {
    public static final String PARKED = "parking.parked";
    public static final String RECALLED = "parking.recalled";
    public static final String DISCARDED = "parking.discarded";
    public static final String RESTORED = "parking.restored";

    static NewEvent event(String type, Parked basket, Touchpoint touchpoint) {
        return NewEvent.of(
                type,
                "basket:" + basket.id(),
                basket.version(),
                touchpoint,
                new ParkedChanged(basket.id(), basket.location(), basket.pieces()));
    }
}

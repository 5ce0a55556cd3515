package io.stoa.orders;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stoa.locations.Address;
import io.stoa.shared.LocationId;

/** How the customer gets the goods. In JSON, {@code type} is {@code SHIP}, {@code COLLECT} or {@code TAKE_AWAY}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Delivery.Ship.class, name = "SHIP"),
    @JsonSubTypes.Type(value = Delivery.Collect.class, name = "COLLECT"),
    @JsonSubTypes.Type(value = Delivery.TakeAway.class, name = "TAKE_AWAY")
})
public sealed interface Delivery {

    /** Sent to an address. */
    record Ship(Address to) implements Delivery {}

    /** Collected by the customer at a store. */
    record Collect(LocationId store) implements Delivery {}

    /** Handed over on the spot, at the till of a store. */
    record TakeAway(LocationId store) implements Delivery {}

    /** The word for it in tables and events. */
    default String kind() {
        return switch (this) {
            case Ship ship -> "SHIP";
            case Collect collect -> "COLLECT";
            case TakeAway takeAway -> "TAKE_AWAY";
        };
    }
}

package io.stoa.orders;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stoa.locations.Address;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the customer gets the goods. In JSON, {@code type} is {@code SHIP}, {@code COLLECT}, {@code TAKE_AWAY} or {@code MIXED}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Delivery.Ship.class, name = "SHIP"),
    @JsonSubTypes.Type(value = Delivery.Collect.class, name = "COLLECT"),
    @JsonSubTypes.Type(value = Delivery.TakeAway.class, name = "TAKE_AWAY"),
    @JsonSubTypes.Type(value = Delivery.Mixed.class, name = "MIXED")
})
public sealed interface Delivery {

    String SHIP = "SHIP";
    String COLLECT = "COLLECT";
    String TAKE_AWAY = "TAKE_AWAY";
    String MIXED = "MIXED";

    /** Sent to an address. */
    record Ship(Address to) implements Delivery {}

    /** Collected by the customer at a store. */
    record Collect(LocationId store) implements Delivery {}

    /** Handed over on the spot, at the till of a store. */
    record TakeAway(LocationId store) implements Delivery {}

    /** These articles are collected at a store, all others are sent to an address; no article goes both ways. */
    record Mixed(Address to, LocationId store, List<Sku> collected) implements Delivery {
        public Mixed {
            collected = collected.stream().distinct().toList();
            if (collected.isEmpty() || collected.size() > Carts.LINES_MAX) {
                throw new IllegalArgumentException("What is delivered in two ways names 1 to %d articles that are collected".formatted(Carts.LINES_MAX));
            }
        }

        boolean collects(Sku sku) {
            return collected.contains(sku);
        }

        /** What shall be collected and is not among these lines; null when all is. */
        @Nullable
        Sku stranger(List<CartView.Line> lines) {
            var ordered = lines.stream().map(CartView.Line::sku).toList();
            return collected.stream().filter(sku -> !ordered.contains(sku)).findFirst().orElse(null);
        }
    }

    /** The same without the way that none of these lines goes. */
    default Delivery plain(List<CartView.Line> lines) {
        return this instanceof Mixed mixed && lines.stream().allMatch(line -> mixed.collects(line.sku()))
                ? new Collect(mixed.store())
                : this;
    }

    /** The word for it in tables and events. */
    default String kind() {
        return switch (this) {
            case Ship ship -> SHIP;
            case Collect collect -> COLLECT;
            case TakeAway takeAway -> TAKE_AWAY;
            case Mixed mixed -> MIXED;
        };
    }

    /** The word for one article of it, where not all go the same way; else null. */
    default @Nullable String kind(Sku sku) {
        return this instanceof Mixed mixed ? mixed.collects(sku) ? COLLECT : SHIP : null;
    }

    /** Whether some of an order with this word is sent to an address. */
    static boolean isSent(String kind) {
        return kind.equals(SHIP) || kind.equals(MIXED);
    }

    /** Whether some of an order with this word is collected. */
    static boolean isCollected(String kind) {
        return kind.equals(COLLECT) || kind.equals(MIXED);
    }
}

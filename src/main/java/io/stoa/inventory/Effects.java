package io.stoa.inventory;

import io.stoa.inventory.MovementTable.Effect;
import io.stoa.inventory.StockTable.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** What movements do to counters, one after another. A count's effect is the difference to what the books say by then. */
final class Effects {

    private Effects() {}

    static List<Effect> of(List<Movement> movements, List<Availability> locked) {
        var onHand = new HashMap<Place, Integer>();
        locked.forEach(row -> onHand.put(new Place(row.sku(), row.location()), row.onHand()));
        var effects = new ArrayList<Effect>();
        var seen = new HashSet<String>();
        for (var movement : movements) {
            if (seen.add(movement.id())) {
                var place = new Place(movement.sku(), movement.location());
                var effect = effect(movement, onHand.getOrDefault(place, 0));
                int after = onHand.merge(place, effect.onHand(), Math::addExact);
                refuseNegative(movement, after);
                effects.add(effect);
            }
        }
        return effects;
    }

    private static Effect effect(Movement movement, int onHand) {
        return switch (movement.kind()) {
            case COUNTED -> new Effect(movement, movement.quantity() - onHand, 0, 0);
            case RECEIVED, SOLD, RETURNED, TRANSFERRED_OUT, TRANSFERRED_IN, DAMAGED, EXPECTED, MISSED, DELIVERED ->
                new Effect(movement, movement.onHand(), movement.damaged(), movement.inTransit());
        };
    }

    private static void refuseNegative(Movement movement, int after) {
        if (after < 0) {
            throw new Inventory.NotOnHand("Only %d of %s are on hand at %s"
                    .formatted(after + movement.quantity(), movement.sku(), movement.location()));
        }
    }
}

package io.stoa.register;

import io.stoa.locations.Address;
import io.stoa.orders.CartId;
import io.stoa.orders.Contact;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the till remembers of the basket in hand besides its cart: the attempt, which names its orders so that they are placed
 * once however often the button is pressed, and whether its answer is still to come; how many pieces of what go home; who buys;
 * and what was just taken out.
 */
record Sale(
        CartId cart,
        LocationId store,
        String attempt,
        boolean unsure,
        Map<Sku, Integer> home,
        @Nullable CustomerId customer,
        @Nullable Destination to,
        @Nullable Line last,
        @Nullable Removed removed) {

    /** Lines that were taken out, to be put back for a while. */
    record Removed(List<Line> lines, Instant at) {}

    Sale {
        home = Map.copyOf(home);
    }

    static Sale of(CartId cart, LocationId store) {
        return new Sale(cart, store, fresh(), false, Map.of(), null, null, null, null);
    }

    int home(Sku sku) {
        return home.getOrDefault(sku, 0);
    }

    Sale sendHome(Sku sku, int pieces) {
        var changed = new HashMap<>(home);
        if (pieces > 0) {
            changed.put(sku, pieces);
        } else {
            changed.remove(sku);
        }
        return new Sale(cart, store, attempt, unsure, changed, customer, to, last, removed);
    }

    Sale to(@Nullable Destination destination) {
        return new Sale(cart, store, attempt, unsure, home, customer, destination, last, removed);
    }

    Sale customer(@Nullable CustomerId buyer) {
        return new Sale(cart, store, attempt, unsure, home, buyer, to, last, removed);
    }

    Sale last(@Nullable Line touched) {
        return new Sale(cart, store, attempt, unsure, home, customer, to, touched, removed);
    }

    Sale removed(@Nullable Removed lines) {
        return new Sale(cart, store, attempt, unsure, home, customer, to, last, lines);
    }

    /** The orders of the last attempt were cancelled; whoever tries again makes new ones. */
    Sale anew() {
        return new Sale(cart, store, fresh(), false, home, customer, to, last, removed);
    }

    /** No answer came in time: the same attempt asks again, whatever the shelves say by now. */
    Sale late() {
        return new Sale(cart, store, attempt, true, home, customer, to, last, removed);
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** Where the pieces that go home go, and whom to tell about them. */
    record Destination(Address address, Contact contact) {}
}

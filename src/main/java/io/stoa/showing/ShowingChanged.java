package io.stoa.showing;

import io.stoa.events.NewEvent;
import io.stoa.orders.CartId;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payload of every event of this module. Its code is not told. Key {@code showing:CART}. */
public record ShowingChanged(CartId cart, @Nullable LocationId location, List<OrderId> orders) {
    public static final String TAKEN = "showing.taken";
    public static final String SOLD = "showing.sold";
    public static final String GIVEN_BACK = "showing.given_back";

    public ShowingChanged {
        orders = List.copyOf(orders);
    }

    static NewEvent event(String type, ShownCart shown, Touchpoint touchpoint) {
        var payload = new ShowingChanged(shown.cart(), shown.location(), shown.orders());
        return NewEvent.of(type, shown.topic(), shown.version(), touchpoint, payload);
    }
}

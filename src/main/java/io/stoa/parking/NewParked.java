package io.stoa.parking;

import io.stoa.orders.CartId;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The wish to put a basket aside. Where it would be sent is not kept: an address is asked again. */
public record NewParked(
        LocationId location,
        String name,
        CartId cart,
        int pieces,
        Map<Sku, Integer> home,
        @Nullable CustomerId customer) {

    public NewParked {
        home = Map.copyOf(home);
        if (name.isBlank() || pieces <= 0) {
            throw new IllegalArgumentException("A parked basket has a name and something in it");
        }
    }
}

package io.stoa.replay;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A real order as the open data has it. Without a store it was placed online. */
record PastOrder(long number, long customer, @Nullable LocationId store, List<Item> items) {

    /** So many pieces of one SKU. */
    record Item(Sku sku, int quantity) {}

    PastOrder {
        items = List.copyOf(items);
    }

    /** How many pieces of each SKU it asks for. */
    Map<Sku, Integer> pieces() {
        return items.stream().collect(Collectors.toMap(Item::sku, Item::quantity, Integer::sum));
    }
}

package io.stoa.register.known;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.page.Texts;
import io.stoa.shared.CustomerId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a customer bought, wherever, as a till lists it. */
@Component
public class Purchases {

    private static final Set<OrderState> OFF = Set.of(OrderState.CANCELLED, OrderState.EXPIRED);

    private final Orders orders;
    private final Locations locations;

    Purchases(Orders orders, Locations locations) {
        this.orders = orders;
        this.locations = locations;
    }

    /** Of their last so many orders those that do not wait for money, the newest first. */
    public List<OrderRow> of(CustomerId customer, int last) {
        return orders.list(new OrderQuery(null, null, customer, null, null, last)).items().stream()
                .filter(row -> row.state() != OrderState.AWAITING_PAYMENT)
                .toList();
    }

    static boolean isOff(OrderRow row) {
        return OFF.contains(row.state());
    }

    public Known.Purchase row(OrderRow row, Location store, Texts texts) {
        return new Known.Purchase(
                row.id().toString(),
                texts.day(row.placedAt().atZone(store.zone()).toLocalDate()),
                where(row, texts),
                row.pieces(),
                texts.money(row.total()),
                isOff(row));
    }

    /** The store by its name; what was not bought in one by its door. */
    String where(OrderRow row, Texts texts) {
        var place = row.location() == null ? null : locations.byId().get(row.location());
        return place == null || !place.hasStock() ? texts.get("office.door." + row.channel()) : place.name();
    }
}

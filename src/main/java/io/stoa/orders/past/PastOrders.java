package io.stoa.orders.past;

import io.stoa.orders.past.PastOrder.Origin;
import io.stoa.orders.past.PastOrder.State;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders of the time before Stoa. Thread-safe. */
@Component
public class PastOrders {

    private final PastOrderTable table;
    private final Ids ids;

    PastOrders(PastOrderTable table, Ids ids) {
        this.table = table;
        this.ids = ids;
    }

    /** A past order as it is kept, under a number of its own. */
    record Kept(OrderId id, PastOrder order, Instant recordedAt) {}

    /** A past order in a list. */
    record Row(
            OrderId id,
            Origin origin,
            State state,
            Channel channel,
            LocationId location,
            @Nullable CustomerId customer,
            Money total,
            int pieces,
            Instant at) {}

    /** Which to list. */
    record Query(
            Set<State> states,
            @Nullable Channel channel,
            @Nullable CustomerId customer,
            @Nullable String number,
            @Nullable Long ownNumber,
            @Nullable Long before) {}

    /** Joins the caller's transaction; one statement. Those that are there stay as they are. */
    public void record(List<PastOrder> orders) {
        table.insert(orders.stream()
                .map(order -> new PastOrderTable.Fresh(ids.next(), order))
                .toList());
    }

    public Optional<OrderView> find(OrderId id) {
        return table.find(id).map(PastViews::view);
    }

    /** Newest first; {@code before} is the one that the page before ended with. */
    public List<OrderRow> list(OrderQuery asked, @Nullable Long before, int limit) {
        var states = PastViews.states(asked.state());
        var query = new Query(
                states, asked.channel(), asked.customer(), asked.number(), asked.ownNumber().orElse(null), before);
        return states.isEmpty() ? List.of() : table.list(query, limit).stream().map(PastViews::row).toList();
    }
}

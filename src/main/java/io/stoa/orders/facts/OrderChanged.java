package io.stoa.orders.facts;

import io.stoa.routing.Part;
import io.stoa.shared.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code orders.order_rerouted}, {@code orders.lines_cancelled} (a place could not serve them),
 * {@code orders.lines_lowered} (they are not wanted any more), {@code orders.lines_fulfilled},
 * {@code orders.lines_returned}, {@code orders.order_readdressed} (no person and no address in it) and
 * {@code orders.order_fulfilled}: what changed, by place and line. {@code orders.collected_elsewhere} names what the customer
 * does not collect there any more; the routing that follows it says where. Key {@code order:ID}. What
 * was routed again says how it leaves, {@code SHIP} or {@code COLLECT}.
 */
public record OrderChanged(OrderId order, String reason, List<Part> changed, @Nullable String delivery) {
    public static final String REROUTED = "orders.order_rerouted";
    public static final String COLLECTED_ELSEWHERE = "orders.collected_elsewhere";
    public static final String LINES_CANCELLED = "orders.lines_cancelled";
    public static final String LINES_LOWERED = "orders.lines_lowered";
    public static final String LINES_FULFILLED = "orders.lines_fulfilled";
    public static final String LINES_RETURNED = "orders.lines_returned";
    public static final String READDRESSED = "orders.order_readdressed";
    public static final String FULFILLED = "orders.order_fulfilled";

    /** Of what was not routed again. */
    public OrderChanged(OrderId order, String reason, List<Part> changed) {
        this(order, reason, changed, null);
    }
}

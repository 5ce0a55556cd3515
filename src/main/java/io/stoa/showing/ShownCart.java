package io.stoa.showing;

import io.stoa.orders.CartId;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cart shown at a till, where it is, and what came of it; its code is good, or the till has it, until then. */
public record ShownCart(
        CartId cart, String code, State state, @Nullable LocationId location, List<OrderId> orders, Instant until, long version) {

    public ShownCart {
        orders = List.copyOf(orders);
    }

    /** Where it is. */
    public enum State {
        SHOWN,
        TAKEN,
        SOLD,
        GIVEN_BACK
    }

    /** What tells open pages of a change. */
    public String topic() {
        return "showing:" + cart;
    }

    /** Whether a till has it at that moment. */
    public boolean isTaken(Instant now) {
        return state == State.TAKEN && now.isBefore(until);
    }

    /** Whether a till could take it at that moment. */
    public boolean isReadable(Instant now) {
        return state == State.SHOWN && now.isBefore(until);
    }
}

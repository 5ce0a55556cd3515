package io.stoa.returns;

import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods that come back, as it stands. {@code location} is where they were received; {@code worth} is what the customer gets
 * back, nothing until then; {@code refunded} is what is confirmed to be back; {@code exchanged} is what pays for what was taken
 * instead, and the rest is {@code kept} for that until it is given back; {@code overrule} is there where the policy did not allow
 * it.
 */
public record Return(
        ReturnId id,
        OrderId order,
        ReturnKind kind,
        @Nullable CustomerId customer,
        ReturnState state,
        @Nullable LocationId location,
        List<Line> lines,
        Money worth,
        Money refunded,
        Money exchanged,
        boolean kept,
        @Nullable Overrule overrule,
        long version,
        Instant openedAt,
        Instant updatedAt) {

    /** So many pieces of one line of the order. */
    public record Line(
            int line,
            Sku sku,
            String title,
            int quantity,
            ReturnReason reason,
            @Nullable Disposition disposition) {}

    public Return {
        lines = List.copyOf(lines);
    }

    /** What neither is back nor pays for anything. */
    public Money left() {
        return worth.minus(refunded).minus(exchanged);
    }
}

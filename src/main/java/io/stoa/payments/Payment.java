package io.stoa.payments;

import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands. Amounts of movements whose answer is not known yet are not in {@code captured}, {@code released}
 * and {@code refunded}. {@code releaseWanted} means that nothing more will be taken: what is held is being let go.
 * One {@code inPart} pays its order together with others.
 */
public record Payment(
        PaymentId id,
        OrderId order,
        Tender tender,
        Money amount,
        PaymentState state,
        Money authorised,
        Money captured,
        Money released,
        Money refunded,
        boolean releaseWanted,
        boolean inPart,
        @Nullable String reason,
        @Nullable URI redirect,
        Instant changedAt) {

    /** Whether an order may rely on this money: it is held or taken, and not being let go. */
    public boolean good() {
        return !releaseWanted && (state == PaymentState.AUTHORISED || state == PaymentState.CAPTURED);
    }

    /** What it pays, also when the goods have left and the rest of it is let go; what was given back later is still in it. */
    public Money paid() {
        boolean pays = state == PaymentState.AUTHORISED || state == PaymentState.CAPTURED;
        return pays ? amount.minus(released) : Money.zero(amount.currency());
    }
}

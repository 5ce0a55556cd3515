package io.stoa.imports;

import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order of the time before Stoa; a negative quantity was given back. */
record PastOrder(
        String externalId,
        @Nullable CustomerId customer,
        Channel channel,
        LocationId location,
        Instant at,
        Currency currency,
        List<PastLine> lines,
        PastState state) {

    /** What it came to, in the currency's smallest unit; negative when more was given back than bought. */
    long totalMinor() {
        return lines.stream()
                .mapToLong(line -> Math.multiplyExact(line.unitMinor(), line.quantity()))
                .reduce(0, Math::addExact);
    }

    /** One article of it, at its price then, without or with tax as the source has it. */
    record PastLine(Sku sku, String title, int quantity, long unitMinor) {}

    /** How it ended. */
    enum PastState {
        COMPLETE,
        CANCELLED,
        REFUNDED
    }
}

package io.stoa.imports;

import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

record PastOrder(
        String externalId,
        @Nullable CustomerId customer,
        Channel channel,
        LocationId location,
        Instant at,
        Currency currency,
        List<PastLine> lines,
        PastState state) {

    record PastLine(Sku sku, String title, int quantity, long unitMinor) {}

    enum PastState {
        COMPLETE,
        CANCELLED,
        REFUNDED
    }
}

package io.stoa.fulfilment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where a page of work ends: what is due first comes first, and of what is due at once the older. */
record WorkKey(Instant due, long id) {

    static final WorkKey START = new WorkKey(Instant.EPOCH, 0);

    static WorkKey of(Shipment shipment) {
        return new WorkKey(shipment.dueAt(), shipment.id().value());
    }

    /** Reads what {@link #toString} wrote: microseconds since 1970 and an id. */
    static WorkKey parse(String text) {
        if (!text.matches("[0-9]{1,18}-[0-9]{1,18}")) {
            throw new IllegalArgumentException("A page of work goes on after a key such as 1700000000000000-1000482");
        }
        var parts = text.split("-");
        return new WorkKey(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, due) + "-" + id;
    }
}

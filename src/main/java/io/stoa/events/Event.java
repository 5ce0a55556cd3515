package io.stoa.events;

import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact as the log keeps it. {@code seq} orders all events; {@code keyVersion} counts those of one key, without gaps
 * where the key's module promises it. The payload is JSON with ids and values, never personal data.
 */
public record Event(
        long seq,
        String type,
        String key,
        long keyVersion,
        @Nullable Long customer,
        @Nullable Long order,
        Channel channel,
        @Nullable LocationId location,
        @Nullable String device,
        String actor,
        String payload,
        Instant at) {

    /** The payload as the record that the publishing module documents. */
    public <T> T read(Class<T> type) {
        return Json.read(payload, type);
    }
}

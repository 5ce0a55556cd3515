package io.stoa.events;

import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * A fact about to be appended. The type is {@code module.past_tense}; the key names what it is about, such as
 * {@code order:1000}; the payload is written as JSON and holds no personal data.
 */
public record NewEvent(
        String type,
        String key,
        long keyVersion,
        @Nullable CustomerId customer,
        @Nullable OrderId order,
        Touchpoint touchpoint,
        Object payload) {

    /** A fact about something that is neither an order's nor a customer's. */
    public static NewEvent of(String type, String key, long keyVersion, Touchpoint touchpoint, Object payload) {
        return new NewEvent(type, key, keyVersion, null, null, touchpoint, payload);
    }
}

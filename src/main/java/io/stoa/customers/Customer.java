package io.stoa.customers;

import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who buys, as the staff sees them.
 *
 * @param emails as they were written, oldest first; phones as E.164
 * @param store the one they call theirs; receipts whether those of the till come by mail
 * @param version grows with every change
 */
public record Customer(
        CustomerId id,
        @Nullable String externalId,
        String name,
        List<String> emails,
        List<String> phones,
        List<String> cards,
        List<PostalAddress> addresses,
        String language,
        @Nullable LocationId store,
        boolean receipts,
        boolean hasPassword,
        long version,
        Instant since) {}

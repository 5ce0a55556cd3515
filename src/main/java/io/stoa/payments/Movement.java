package io.stoa.payments;

import io.stoa.shared.CardNumbers;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import org.jspecify.annotations.Nullable;

/** A capture, release or refund as stored, with what the provider needs to know. */
record Movement(
        String id,
        PaymentId payment,
        Kind kind,
        Money amount,
        State state,
        Tender tender,
        String gatewayKey,
        @Nullable String reference) {

    private static final String OWN = "release:";

    enum Kind {
        CAPTURE,
        RELEASE,
        REFUND
    }

    enum State {
        ATTEMPTING,
        UNKNOWN,
        DONE,
        REFUSED
    }

    /** Cash has no reference; its gateway needs none. */
    Gateway.MovementRequest request() {
        return new Gateway.MovementRequest(key(), reference == null ? "" : reference, amount);
    }

    String key() {
        return gatewayKey + ":" + id;
    }

    static void check(String id, Money amount) {
        CardNumbers.refuse(id, 100);
        if (id.startsWith(OWN)) {
            throw new IllegalArgumentException("Ids that begin with release: are given by payments");
        }
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("A movement is more than nothing");
        }
    }
}

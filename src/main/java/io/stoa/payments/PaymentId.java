package io.stoa.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one attempt to be paid. Positive, given by {@link io.stoa.shared.Ids}, never used twice. */
public record PaymentId(@JsonValue long value) implements Comparable<PaymentId> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public int compareTo(PaymentId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

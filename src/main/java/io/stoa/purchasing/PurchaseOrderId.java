package io.stoa.purchasing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a purchase order. */
public record PurchaseOrderId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PurchaseOrderId {
        if (value < 1) {
            throw new IllegalArgumentException("A purchase order's number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

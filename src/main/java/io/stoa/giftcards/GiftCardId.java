package io.stoa.giftcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a gift card towards staff; whoever knows it can spend nothing. */
public record GiftCardId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public GiftCardId {
        if (value < 1) {
            throw new IllegalArgumentException("A gift card's number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

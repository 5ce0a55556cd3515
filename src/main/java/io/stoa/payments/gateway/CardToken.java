package io.stoa.payments.gateway;

import io.stoa.shared.CardNumbers;
import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Stands for a card at the provider; lives only as long as the call that carries it and is never stored. 1 to 200 visible
 * ASCII characters; a card number is refused, because Stoa must never see one.
 */
public record CardToken(String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CardToken {
        CardNumbers.refuse(value, 200);
    }

    /** Never the token itself: this ends up in logs. */
    @Override
    public String toString() {
        return "CardToken";
    }
}

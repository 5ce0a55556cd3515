package io.stoa.payments;

import io.stoa.shared.Money;
import io.stoa.shared.Touchpoint;

/** Asks to take held money. Repeating it with the same id takes nothing more. */
public record CaptureRequest(String id, PaymentId payment, Money amount, Touchpoint touchpoint) {

    public CaptureRequest {
        Movement.check(id, amount);
    }
}

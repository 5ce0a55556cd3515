package io.stoa.payments;

import io.stoa.shared.CardNumbers;
import io.stoa.shared.Money;
import io.stoa.shared.Touchpoint;

/** Asks to give money back that was taken. Repeating it with the same id gives nothing more. The reason has no personal data. */
public record RefundRequest(String id, PaymentId payment, Money amount, String reason, Touchpoint touchpoint) {

    public RefundRequest {
        Movement.check(id, amount);
        if (reason.isBlank() || reason.length() > 200 || CardNumbers.in(reason)) {
            throw new IllegalArgumentException("A reason has 1 to 200 characters and no card number");
        }
    }
}

package io.stoa.drawer;

import io.stoa.shared.Money;

/** The wish to put cash in or take it out by hand. The key makes repeating safe; the reason is for the people of the store. */
public record NewMovement(String key, CashKind kind, Money amount, String reason) {

    private static final int KEY_MAX = 300;
    private static final int REASON_MAX = 200;
    private static final long AMOUNT_MAX = 100_000_000L;

    public NewMovement {
        reason = reason.strip();
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw new IllegalArgumentException("A key has 1 to 300 characters");
        }
        if (!kind.isByHand()) {
            throw new IllegalArgumentException("By hand cash is PAID_IN, PAID_OUT or DROP");
        }
        if (amount.minor() <= 0 || amount.minor() > AMOUNT_MAX) {
            throw new IllegalArgumentException(
                    "An amount is more than nothing and at most 100000000 in the smallest unit");
        }
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A reason has 1 to 200 characters");
        }
    }
}

package io.stoa.drawer;

/** What brought money into a drawer or took it out. */
public enum CashKind {
    /** Paid by a customer. */
    SALE(1),
    /** Given back to a customer. */
    REFUND(-1),
    /** Held on a card at this till, and let go before the drawer was closed. */
    RELEASE(-1),
    /** Put in without a sale, such as change from the bank. */
    PAID_IN(1),
    /** Taken out to pay for something, such as postage. */
    PAID_OUT(-1),
    /** Taken out to the safe or the bank. */
    DROP(-1);

    private final int sign;

    CashKind(int sign) {
        this.sign = sign;
    }

    /** 1 for what goes in, -1 for what goes out. */
    public int sign() {
        return sign;
    }

    /** Whether people enter it by hand; the others come from the log. */
    public boolean isByHand() {
        return this == PAID_IN || this == PAID_OUT || this == DROP;
    }
}

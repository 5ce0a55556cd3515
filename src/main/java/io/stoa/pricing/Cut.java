package io.stoa.pricing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stoa.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something taken off a price, and why. The value is in basis points ({@code PERCENT}, 1 to 10,000) or in minor units of the
 * currency that is asked for: off each piece ({@code EACH}) or off all together ({@code AMOUNT}). Never more is taken off than is there.
 *
 * @param reason a word for it, such as {@code DAMAGED}; {@link #COUPON} when a coupon says so, {@link #PROMOTION} when the shop does
 * @param note   what somebody wrote about it; of a coupon its code, of a promotion its name
 * @param approver who allowed it, where it was more than the one at the till may give
 * @param share the basis points that a fixed value once was; only told, nothing is reckoned by it
 */
public record Cut(
        Kind kind,
        long value,
        String reason,
        @Nullable String note,
        @Nullable String approver,
        @Nullable Integer share) {

    public static final String COUPON = "COUPON";
    public static final String PROMOTION = "PROMOTION";
    public static final int PERCENT_MAX = 10_000;

    private static final int NOTE_MAX = 200;

    /** What the value counts. */
    public enum Kind {
        PERCENT,
        EACH,
        AMOUNT
    }

    public Cut {
        if (value <= 0 || value > (kind == Kind.PERCENT ? PERCENT_MAX : Pricing.MINOR_MAX)) {
            throw new IllegalArgumentException("More than nothing is taken off, and at most everything");
        }
        if (!reason.matches("[A-Z_]{1,30}") || (note != null && note.length() > NOTE_MAX)) {
            throw new IllegalArgumentException("A reason is 1 to 30 of A-Z and _, a note at most 200 characters");
        }
    }

    public Cut(Kind kind, long value, String reason, @Nullable String note, @Nullable String approver) {
        this(kind, value, reason, note, approver, null);
    }

    /** Whether somebody gave it, and neither a coupon nor the shop did. */
    @JsonIgnore
    public boolean isGiven() {
        return !reason.equals(COUPON) && !reason.equals(PROMOTION);
    }

    /** The same reason for the amount that it came to. */
    public Cut cameTo(Money amount) {
        return new Cut(Kind.AMOUNT, amount.minor(), reason, note, approver, percent());
    }

    /** The share that it takes or once was, in basis points; null of what always was an amount. */
    public @Nullable Integer percent() {
        return kind == Kind.PERCENT ? Integer.valueOf(Math.toIntExact(value)) : share;
    }

    /** What it takes off an amount that so many pieces cost; rounded half up, at most all of it. */
    Money off(Money amount, long pieces) {
        var wanted = switch (kind) {
            case PERCENT -> Money.of(amount.decimal().multiply(BigDecimal.valueOf(value, 4)), amount.currency());
            case EACH -> new Money(Math.multiplyExact(value, pieces), amount.currency());
            case AMOUNT -> new Money(value, amount.currency());
        };
        return wanted.compareTo(amount) < 0 ? wanted : amount;
    }

    /** What a cut came to on a line. */
    public record Taken(Cut cut, Money amount) {}
}

package io.stoa.coupons;

import io.stoa.pricing.Cut;
import io.stoa.shared.Money;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a code takes off a whole purchase: so many basis points or so many minor units, from a moment (or ever) until another
 * (excluded, or for ever), as often as {@code uses} says (null: as often as anybody likes), for each buyer once or again.
 *
 * @param currency of the value and the minimum; null for a percentage without a minimum, which holds in every currency
 * @param minimum what the purchase costs at least, before this coupon, in minor units
 * @param active whether it holds at all; one that was stopped can be started again
 */
public record Coupon(
        CouponCode code,
        String name,
        Cut.Kind kind,
        long value,
        @Nullable Currency currency,
        long minimum,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Integer uses,
        boolean once,
        boolean active) {

    private static final int NAME_MAX = 100;

    /** Why a coupon takes nothing off. */
    public enum Refusal {
        UNKNOWN,
        STOPPED,
        NOT_YET,
        OVER,
        USED_UP,
        TOO_LITTLE,
        OTHER_CURRENCY,
        USED_BEFORE,
        WHO
    }

    public Coupon {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A coupon's name has 1 to 100 characters");
        }
        if (kind == Cut.Kind.EACH) {
            throw new IllegalArgumentException("A coupon takes a percentage or an amount off the whole purchase");
        }
        if (value <= 0 || (kind == Cut.Kind.PERCENT && value > Cut.PERCENT_MAX)) {
            throw new IllegalArgumentException("A coupon takes off more than nothing, and at most everything");
        }
        if (minimum < 0 || (currency == null && (kind == Cut.Kind.AMOUNT || minimum > 0))) {
            throw new IllegalArgumentException("An amount has a currency and is not below nothing");
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A coupon ends after it begins");
        }
        if (uses != null && uses < 1) {
            throw new IllegalArgumentException("A coupon can be used once at least");
        }
    }

    /** What it takes off, as pricing reckons it. */
    public Cut cut() {
        return new Cut(kind, value, Cut.COUPON, code.value(), null);
    }

    /** Why it takes nothing off a purchase of this amount at this moment, whoever buys. */
    Optional<Refusal> refusal(Money purchase, int used, Instant now) {
        if (!active) {
            return Optional.of(Refusal.STOPPED);
        }
        if (from != null && now.isBefore(from)) {
            return Optional.of(Refusal.NOT_YET);
        }
        if (until != null && !now.isBefore(until)) {
            return Optional.of(Refusal.OVER);
        }
        if (uses != null && used >= uses) {
            return Optional.of(Refusal.USED_UP);
        }
        if (currency != null && !currency.equals(purchase.currency())) {
            return Optional.of(Refusal.OTHER_CURRENCY);
        }
        return purchase.minor() < minimum ? Optional.of(Refusal.TOO_LITTLE) : Optional.empty();
    }

    /** A coupon as it stands: how often it was used, and its version. */
    public record Standing(Coupon coupon, int used, long version) {

        /** How often it can still be used; empty when that has no end. */
        public Optional<Integer> left() {
            return Optional.ofNullable(coupon.uses()).map(uses -> Math.max(0, uses - used));
        }
    }
}

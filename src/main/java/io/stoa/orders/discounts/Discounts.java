package io.stoa.orders.discounts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stoa.coupons.CouponCode;
import io.stoa.pricing.Cut;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is taken off a cart or an order: what an associate gives, and what a coupon says.
 *
 * @param purchase names the purchase that this order is a part of; its promotions and its coupon were reckoned over the whole purchase
 *     then, and its shares are among those given
 */
public record Discounts(
        @Nullable CouponCode coupon,
        List<Given> given,
        @Nullable String purchase) {

    public static final Discounts NONE = new Discounts(null, List.of(), null);

    /** Off one SKU, or (null) off everything together. */
    public record Given(@Nullable Sku sku, Cut cut) {}

    public Discounts {
        given = List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    /** What a coupon alone says. */
    public static Discounts by(@Nullable CouponCode coupon) {
        return coupon == null ? NONE : new Discounts(coupon, List.of(), null);
    }

    /** Another coupon, or none. */
    public Discounts with(@Nullable CouponCode other) {
        return new Discounts(other, given, purchase);
    }

    /** Gives this instead of what was given there before; null takes it away. */
    public Discounts give(@Nullable Sku sku, @Nullable Cut cut) {
        var others = given.stream().filter(one -> !Objects.equals(one.sku(), sku));
        return new Discounts(
                coupon,
                Stream.concat(others, cut == null ? Stream.of() : Stream.of(new Given(sku, cut)))
                        .toList(),
                purchase);
    }

    /** The coupon, which is known to be there. */
    public CouponCode code() {
        return Objects.requireNonNull(coupon);
    }

    /** What is given off a SKU, or (null) off everything. */
    public List<Cut> of(@Nullable Sku sku) {
        return given.isEmpty()
                ? List.of()
                : given.stream()
                        .filter(one -> Objects.equals(one.sku(), sku))
                        .map(Given::cut)
                        .toList();
    }

    /** Whether all that is taken off was reckoned before, promotions too, and stands among what is given. */
    @JsonIgnore
    public boolean isSettled() {
        return purchase != null;
    }

    @JsonIgnore
    public boolean isEmpty() {
        return coupon == null && given.isEmpty();
    }
}

package io.stoa.orders.discounts;

import io.stoa.coupons.Coupon.Refusal;
import io.stoa.coupons.Coupon.Standing;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.pricing.QuoteOutcome;
import io.stoa.shared.Money;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What coupons mean for prices, before anything is promised: at every door the same. One that is a share of a larger purchase was
 * reckoned there.
 */
@Component
public class Couponing {

    private final Coupons coupons;
    private final Pricing pricing;

    /** What it costs with all that is taken off, and why the coupon takes nothing off. */
    public record Reckoned(QuoteOutcome quote, @Nullable Refusal refusal) {}

    Couponing(Coupons coupons, Pricing pricing) {
        this.coupons = coupons;
        this.pricing = pricing;
    }

    /**
     * Prices lines with what is taken off them; a coupon that does not hold takes nothing off.
     *
     * @param plain lines without cuts
     * @param used the purchase has its coupon already, so that nothing is asked about it any more
     */
    public Reckoned reckon(PriceRequest plain, Discounts discounts, boolean used) {
        var known = named(List.of(discounts));
        var quote = pricing.quote(with(plain, discounts, cuts(discounts, known)));
        if (used || !(quote instanceof Quote priced)) {
            return new Reckoned(quote, null);
        }
        return refusal(discounts, priced, known)
                .map(why -> new Reckoned(pricing.quote(with(plain, discounts, discounts.of(null))), why))
                .orElseGet(() -> new Reckoned(quote, null));
    }

    private static PriceRequest with(PriceRequest plain, Discounts discounts, List<Cut> whole) {
        var lines = plain.lines().stream()
                .map(line -> new PriceRequest.Line(
                        line.sku(),
                        line.quantity(),
                        line.taxCategory(),
                        line.categories(),
                        discounts.of(line.sku())))
                .toList();
        return new PriceRequest(plain.currency(), plain.group(), plain.channel(), lines, whole, discounts.isSettled());
    }

    /** The coupons that these name; one query, none when none does. */
    public Map<CouponCode, Standing> named(Collection<Discounts> all) {
        return coupons.find(all.stream()
                .filter(Couponing::asks)
                .map(one -> Objects.requireNonNull(one.coupon()))
                .distinct()
                .toList());
    }

    /** What is taken off everything together: what was given first, then what the coupon says. */
    public List<Cut> cuts(Discounts discounts, Map<CouponCode, Standing> known) {
        var cuts = new ArrayList<>(discounts.of(null));
        var coupon = asks(discounts) ? known.get(discounts.coupon()) : null;
        if (coupon != null) {
            cuts.add(coupon.coupon().cut());
        }
        return cuts;
    }

    /** Why the coupon takes nothing off what was quoted with it. */
    public Optional<Refusal> refusal(Discounts discounts, Quote quote, Map<CouponCode, Standing> known) {
        return asks(discounts) ? coupons.refusal(known.get(discounts.coupon()), before(quote)) : Optional.empty();
    }

    /** What the purchase costs at the prices that are shown, before its coupon. */
    private static Money before(Quote quote) {
        return quote.lines().stream()
                .map(line -> line.taken().stream()
                        .filter(one -> one.cut().reason().equals(Cut.COUPON))
                        .map(Taken::amount)
                        .reduce(line.shown(), Money::plus))
                .reduce(Money.zero(quote.currency()), Money::plus);
    }

    private static boolean asks(@Nullable Discounts discounts) {
        return discounts != null && discounts.coupon() != null && discounts.purchase() == null;
    }
}

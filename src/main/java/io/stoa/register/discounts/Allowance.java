package io.stoa.register.discounts;

import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.Quote;
import io.stoa.shared.Money;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How much an associate may take off a line by themselves, all discounts together, in per cent of its list price. What a manager
 * gave or approved does not count, nor does a coupon.
 */
@Component
public class Allowance {

    private static final int HUNDRED = 100;

    private final int percent;

    Allowance(@Value("${stoa.till.discount-percent:10}") int percent) {
        if (percent < 0 || percent > HUNDRED) {
            throw new IllegalArgumentException("stoa.till.discount-percent is 0 to 100");
        }
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    /** Whether more is taken off a line than an associate may give and nobody approved it. */
    public boolean isExceeded(Quote quote) {
        return quote.lines().stream().anyMatch(this::isExceeded);
    }

    /** A line of a percentage is rounded to the cent, so a cent more is none too much. */
    private boolean isExceeded(Quote.Line line) {
        long cuts = line.taken().stream().filter(Allowance::isOwn).count();
        var own = line.taken().stream()
                .filter(Allowance::isOwn)
                .map(Taken::amount)
                .reduce(Money.zero(line.gross().currency()), Money::plus);
        return Math.multiplyExact(own.minor() - cuts, (long) HUNDRED)
                > Math.multiplyExact(line.listed().minor(), (long) percent);
    }

    private static boolean isOwn(Taken taken) {
        return taken.cut().approver() == null && taken.cut().isGiven();
    }
}

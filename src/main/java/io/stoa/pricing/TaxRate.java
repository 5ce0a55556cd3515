package io.stoa.pricing;

import io.stoa.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A tax in basis points: 2000 is 20 %. Tax is rounded half up to the currency's smallest unit, once per line; this is the
 * only place in the house that rounds tax.
 */
public record TaxRate(int basisPoints) {

    private static final int WHOLE = 10_000;

    public TaxRate {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("A tax is 0 to 10000 basis points");
        }
    }

    /** The tax that an amount already contains. */
    public Money within(Money gross) {
        return part(gross, WHOLE + basisPoints);
    }

    /** The tax that comes on top of an amount. */
    public Money onTopOf(Money net) {
        return part(net, WHOLE);
    }

    private Money part(Money amount, int divisor) {
        var tax = BigDecimal.valueOf(amount.minor())
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
        return new Money(tax.longValueExact(), amount.currency());
    }
}

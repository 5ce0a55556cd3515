package io.stoa.edits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * Another price made from the one of now.
 *
 * @param value percent, or an amount in whole units of the currency; may be below nothing except to set
 */
public record Repricing(Way way, BigDecimal value, Ending ending) {

    /** How the value is meant. */
    public enum Way {
        PERCENT,
        AMOUNT,
        SET
    }

    /** What the new price ends with, the nearest that does: nothing particular, .99, .95 or .00. */
    public enum Ending {
        ANY(-1),
        NINETY_NINE(99),
        NINETY_FIVE(95),
        WHOLE(0);

        private final int cents;

        Ending(int cents) {
            this.cents = cents;
        }
    }

    /** The new price in minor units; empty when nothing, less, or more than a price may be would be left. */
    public Optional<Long> of(long minor, Currency currency, long most) {
        var exact = switch (way) {
            case PERCENT -> BigDecimal.valueOf(minor).multiply(value.movePointLeft(2).add(BigDecimal.ONE));
            case AMOUNT -> BigDecimal.valueOf(minor).add(value.movePointRight(currency.getDefaultFractionDigits()));
            case SET -> value.movePointRight(currency.getDefaultFractionDigits());
        };
        long rounded = ended(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
        return exact.signum() > 0 && rounded > 0 && rounded <= most ? Optional.of(rounded) : Optional.empty();
    }

    /** The nearest amount with the ending, the higher of two; a currency without cents has no endings. */
    private long ended(long minor, Currency currency) {
        if (ending == Ending.ANY || currency.getDefaultFractionDigits() != 2) {
            return minor;
        }
        long below = Math.floorDiv(minor - ending.cents, 100) * 100 + ending.cents;
        long nearest = minor - below < 50 ? below : below + 100;
        return nearest <= 0 && minor > 0 ? nearest + 100 : nearest;
    }
}

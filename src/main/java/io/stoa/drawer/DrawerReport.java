package io.stoa.drawer;

import io.stoa.shared.Money;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a drawer took, gave and should hold, at a moment (X) or at its end (Z). Amounts are never negative but for
 * {@code overShort}: what was counted less what was expected, null before the count. {@code taxes} are those of the sales, by
 * rate in basis points; {@code discounts} are what was taken off them, the largest first, and empty in reports from before
 * there were any.
 */
public record DrawerReport(
        Drawer drawer,
        Instant at,
        int sales,
        Money turnover,
        Map<Integer, Money> taxes,
        List<Discounted> discounts,
        List<Taken> tenders,
        List<CashMovement> byHand,
        Money paidIn,
        Money paidOut,
        Money dropped,
        Money expected,
        @Nullable Money counted,
        @Nullable Money overShort) {

    /** One tender: what customers paid with it, and what was given back or let go, and how often. */
    public record Taken(String tender, Money sales, int salesNumber, Money refunds, int refundsNumber) {}

    /** What was taken off for one reason, at the prices that were shown, on how many lines. */
    public record Discounted(String reason, int number, Money amount) {}

    public DrawerReport {
        discounts = discounts == null ? List.of() : List.copyOf(discounts);
        taxes = Collections.unmodifiableMap(new TreeMap<>(taxes));
        tenders = List.copyOf(tenders);
        byHand = List.copyOf(byHand);
    }

    /** Whether this is the end and not a look in between. */
    public boolean z() {
        return counted != null;
    }
}

package io.stoa.pricing;

import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs, line by line in the order asked. Net and tax add up to gross in every line, and the lines add up to the
 * totals, to the smallest unit.
 */
public record Quote(Currency currency, List<Line> lines, Money net, Money tax, Money gross) implements QuoteOutcome {

    /** {@code unitPrice} is as on the price list, with tax or without as {@code taxIncluded} says. */
    public record Line(
            Sku sku,
            Quantity quantity,
            Money unitPrice,
            boolean taxIncluded,
            TaxRate taxRate,
            Money net,
            Money tax,
            Money gross) {

        static Line of(PriceRequest.Line asked, Money unitPrice, boolean taxIncluded, TaxRate rate) {
            var amount = unitPrice.times(asked.quantity().units());
            var tax = taxIncluded ? rate.within(amount) : rate.onTopOf(amount);
            var net = taxIncluded ? amount.minus(tax) : amount;
            return new Line(asked.sku(), asked.quantity(), unitPrice, taxIncluded, rate, net, tax, net.plus(tax));
        }
    }

    static Quote of(Currency currency, List<Line> lines) {
        var net = Money.zero(currency);
        var tax = Money.zero(currency);
        for (var line : lines) {
            net = net.plus(line.net());
            tax = tax.plus(line.tax());
        }
        return new Quote(currency, List.copyOf(lines), net, tax, net.plus(tax));
    }

    /** The tax of each rate in basis points, as a receipt shows it. */
    public Map<Integer, Money> taxes() {
        var taxes = new TreeMap<Integer, Money>();
        lines.forEach(line -> taxes.merge(line.taxRate().basisPoints(), line.tax(), Money::plus));
        return taxes;
    }
}

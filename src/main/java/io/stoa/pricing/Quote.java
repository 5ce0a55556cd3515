package io.stoa.pricing;

import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What it costs, line by line in the order asked. Net and tax add up to gross in every line, and the lines add up to the
 * totals, to the smallest unit.
 */
public record Quote(Currency currency, List<Line> lines, Money net, Money tax, Money gross) implements QuoteOutcome {

    /**
     * {@code unitPrice} is as on the price list, with tax or without as {@code taxIncluded} says; what was {@code taken} off all
     * pieces counts the same way.
     */
    public record Line(
            Sku sku,
            Quantity quantity,
            Money unitPrice,
            boolean taxIncluded,
            TaxRate taxRate,
            List<Taken> taken,
            Money net,
            Money tax,
            Money gross) {

        static Line of(PriceRequest.Line asked, Money unitPrice, boolean taxIncluded, TaxRate rate, List<Taken> taken) {
            var price = unitPrice.times(asked.quantity().units());
            var amount = taken.stream().map(Taken::amount).reduce(price, Money::minus);
            var tax = taxIncluded ? rate.within(amount) : rate.onTopOf(amount);
            var net = taxIncluded ? amount.minus(tax) : amount;
            return new Line(
                    asked.sku(), asked.quantity(), unitPrice, taxIncluded, rate, taken, net, tax, net.plus(tax));
        }

        /** All pieces at the price that is shown: with the tax where it is inside the unit price, else without. */
        public Money shown() {
            return taxIncluded ? gross : net;
        }

        /** All pieces at the list's price, before anything is taken off. */
        public Money listed() {
            return unitPrice.times(quantity.units());
        }

        /** How much less than at the list's price. */
        public Money discount() {
            return taken.stream().map(Taken::amount).reduce(Money.zero(net.currency()), Money::plus);
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

    /** What is taken off, each cut once, over all lines. */
    public List<Taken> taken() {
        var sums = new LinkedHashMap<Cut, Money>();
        lines.forEach(line -> line.taken().forEach(one -> sums.merge(one.cut(), one.amount(), Money::plus)));
        return sums.entrySet().stream()
                .map(one -> new Taken(one.getKey(), one.getValue()))
                .toList();
    }

    /** How much less than at the lists' prices. */
    public Money discount() {
        return lines.stream().map(Line::discount).reduce(Money.zero(currency), Money::plus);
    }

    /** The tax of each rate in basis points, as a receipt shows it. */
    public Map<Integer, Money> taxes() {
        var taxes = new TreeMap<Integer, Money>();
        lines.forEach(line -> taxes.merge(line.taxRate().basisPoints(), line.tax(), Money::plus));
        return taxes;
    }
}

package io.stoa.pricing;

import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reckons quotes from terms and prices. Pure: no clock, no database, and the order of lines changes no amount. */
final class PriceEngine {

    private PriceEngine() {}

    static QuoteOutcome quote(PriceRequest request, Terms terms, Map<Sku, SkuPrices> prices, Instant now) {
        var lists = terms.holding(request.currency(), request.group(), now);
        var lines = new ArrayList<Quote.Line>(request.lines().size());
        for (var asked : request.lines()) {
            var list = listFor(asked.sku(), lists, prices);
            if (list == null) {
                return new Unpriced(asked.sku(), Unpriced.Reason.NO_PRICE);
            }
            var rate = terms.tax(request.group(), asked.taxCategory());
            if (rate == null) {
                return new Unpriced(asked.sku(), Unpriced.Reason.NO_TAX_RATE);
            }
            lines.add(Quote.Line.of(asked, list.price(), list.list().taxIncluded(), rate));
        }
        return Quote.of(request.currency(), lines);
    }

    static Optional<Money> price(Sku sku, List<PriceList> lists, Map<Sku, SkuPrices> prices) {
        return Optional.ofNullable(listFor(sku, lists, prices)).map(Priced::price);
    }

    private record Priced(PriceList list, Money price) {}

    private static @Nullable Priced listFor(Sku sku, List<PriceList> lists, Map<Sku, SkuPrices> prices) {
        var known = prices.get(sku);
        if (known == null) {
            return null;
        }
        for (var list : lists) {
            var minor = known.minorByList().get(list.id());
            if (minor != null) {
                return new Priced(list, new Money(minor, list.currency()));
            }
        }
        return null;
    }
}

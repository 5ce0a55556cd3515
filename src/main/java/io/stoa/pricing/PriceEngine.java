package io.stoa.pricing;

import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reckons quotes from terms and prices. Pure: no clock, no database, and the order of lines changes no amount. */
final class PriceEngine {

    private PriceEngine() {}

    static QuoteOutcome quote(PriceRequest request, Terms terms, Map<Sku, SkuPrices> prices, Instant now) {
        var lists = terms.holding(request.currency(), request.group(), now);
        var priced = new ArrayList<Priced>(request.lines().size());
        for (var asked : request.lines()) {
            var list = listFor(asked.sku(), lists, prices);
            if (list == null) {
                return new Unpriced(asked.sku(), Unpriced.Reason.NO_PRICE);
            }
            if (terms.tax(request.group(), asked.taxCategory()) == null) {
                return new Unpriced(asked.sku(), Unpriced.Reason.NO_TAX_RATE);
            }
            priced.add(list);
        }
        return quote(request, terms, priced);
    }

    private static Quote quote(PriceRequest request, Terms terms, List<Priced> priced) {
        var taken = isCut(request) ? Cutting.taken(request, amounts(request, priced)) : null;
        var lines = new ArrayList<Quote.Line>(priced.size());
        for (int i = 0; i < priced.size(); i++) {
            var asked = request.lines().get(i);
            var list = priced.get(i);
            var rate = Objects.requireNonNull(terms.tax(request.group(), asked.taxCategory()));
            var off = taken == null ? List.<Taken>of() : List.copyOf(taken.get(i));
            lines.add(Quote.Line.of(asked, list.price(), list.list().taxIncluded(), rate, off));
        }
        return Quote.of(request.currency(), lines);
    }

    private static boolean isCut(PriceRequest request) {
        return !request.cuts().isEmpty()
                || request.lines().stream().anyMatch(line -> !line.cuts().isEmpty());
    }

    private static List<Money> amounts(PriceRequest request, List<Priced> priced) {
        return IntStream.range(0, priced.size())
                .mapToObj(i -> priced.get(i)
                        .price()
                        .times(request.lines().get(i).quantity().units()))
                .toList();
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

package io.stoa.pricing;

import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.promotions.Promoting;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reckons quotes from terms and prices, in one order: the list's price, promotions, what is given and coupons, tax. Pure: no
 * clock, no database, and neither the order of lines nor how a SKU is spread over them changes what is taken off.
 */
final class PriceEngine {

    private PriceEngine() {}

    static QuoteOutcome quote(
            PriceRequest request, Terms terms, List<Promotion> promotions, Map<Sku, SkuPrices> prices, Instant now) {
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
        return quote(request, terms, priced, taken(request, promotions, priced, now));
    }

    private static Quote quote(PriceRequest request, Terms terms, List<Priced> priced, List<List<Taken>> taken) {
        var lines = new ArrayList<Quote.Line>(priced.size());
        for (int i = 0; i < priced.size(); i++) {
            var asked = request.lines().get(i);
            var list = priced.get(i);
            var rate = Objects.requireNonNull(terms.tax(request.group(), asked.taxCategory()));
            lines.add(Quote.Line.of(asked, list.price(), list.list().taxIncluded(), rate, List.copyOf(taken.get(i))));
        }
        return Quote.of(request.currency(), lines);
    }

    /** What is taken off each line: by promotions first, then by cuts. */
    private static List<List<Taken>> taken(
            PriceRequest request, List<Promotion> promotions, List<Priced> priced, Instant now) {
        var prices = priced.stream().map(Priced::price).toList();
        var promoted = Promoting.taken(request, prices, request.settled() ? List.of() : promotions, now);
        return isCut(request) ? Cutting.taken(request, prices, promoted) : promoted;
    }

    private static boolean isCut(PriceRequest request) {
        return !request.cuts().isEmpty()
                || request.lines().stream().anyMatch(line -> !line.cuts().isEmpty());
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

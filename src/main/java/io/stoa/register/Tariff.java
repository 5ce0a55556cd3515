package io.stoa.register;

import io.stoa.catalog.Catalog;
import io.stoa.locations.Location;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.register.Open.Line;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What things cost at a store: by its location group, in the currency of that group's first price list. */
@Component
class Tariff {

    private static final Currency UNPRICED = Currency.getInstance("USD");

    private final Pricing pricing;
    private final Catalog catalog;

    Tariff(Pricing pricing, Catalog catalog) {
        this.pricing = pricing;
        this.catalog = catalog;
    }

    Currency currency(Location store) {
        var lists = pricing.lists();
        return lists.stream()
                .filter(list -> store.group().equals(list.group()))
                .findFirst()
                .or(() -> lists.stream().filter(list -> list.group() == null).findFirst())
                .map(PriceList::currency)
                .orElse(UNPRICED);
    }

    Map<Sku, Money> prices(Collection<Sku> skus, Location store) {
        return pricing.prices(skus, currency(store), store.group());
    }

    /** The price of these lines, in their order; empty when one of them cannot be sold here. */
    Optional<Quote> quote(List<Line> lines, Location store, Currency currency) {
        var items = catalog.items(lines.stream().map(Line::sku).toList());
        if (!lines.stream().allMatch(line -> items.containsKey(line.sku()))) {
            return Optional.empty();
        }
        var asked = lines.stream()
                .map(line -> new PriceRequest.Line(
                        line.sku(),
                        Quantity.of(line.pieces()),
                        Objects.requireNonNull(items.get(line.sku())).taxCategory()))
                .toList();
        return pricing.quote(new PriceRequest(currency, store.group(), asked)) instanceof Quote quote
                ? Optional.of(quote)
                : Optional.empty();
    }
}

package io.stoa.register;

import io.stoa.catalog.Catalog;
import io.stoa.coupons.Coupon;
import io.stoa.locations.Location;
import io.stoa.orders.discounts.Couponing;
import io.stoa.orders.discounts.Discounts;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.register.Open.Line;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What things cost at a store: by its location group, in the currency of that group's first price list. */
@Component
public class Tariff {

    private static final Currency UNPRICED = Currency.getInstance("USD");

    private final Pricing pricing;
    private final Couponing couponing;
    private final Catalog catalog;

    Tariff(Pricing pricing, Couponing couponing, Catalog catalog) {
        this.pricing = pricing;
        this.couponing = couponing;
        this.catalog = catalog;
    }

    /** The currency in which a store sells. */
    public Currency currency(Location store) {
        return pricing.usual(store.group()).map(PriceList::currency).orElse(UNPRICED);
    }

    Map<Sku, Money> prices(Collection<Sku> skus, Location store) {
        return pricing.prices(skus, currency(store), store.group());
    }

    /** The price of these lines, in their order; empty when one of them cannot be sold here. */
    Optional<Quote> quote(List<Line> lines, Location store, Currency currency) {
        return quote(lines, store, currency, Discounts.NONE, false).map(Priced::quote);
    }

    /** What lines cost with all that is taken off, and why the coupon takes nothing off. */
    record Priced(Quote quote, Coupon.@Nullable Refusal refusal) {}

    /** The basket as it stands, with what is taken off it; empty when one of its lines cannot be sold here. */
    Optional<Priced> quote(Open open, Location store) {
        boolean used = open.sale().tab() != null || open.sale().unsure();
        return quote(open.lines(), store, open.cart().currency(), open.cart().discounts(), used);
    }

    Optional<Priced> quote(List<Line> lines, Location store, Currency currency, Discounts discounts, boolean used) {
        var items = catalog.items(lines.stream().map(Line::sku).toList());
        if (!lines.stream().allMatch(line -> items.containsKey(line.sku()))) {
            return Optional.empty();
        }
        var asked = lines.stream()
                .map(line -> new PriceRequest.Line(
                        line.sku(),
                        Quantity.of(line.pieces()),
                        Objects.requireNonNull(items.get(line.sku())).taxCategory(),
                        Objects.requireNonNull(items.get(line.sku())).shelves()))
                .toList();
        var reckoned = couponing.reckon(new PriceRequest(currency, store.group(), Channel.TILL, asked), discounts, used);
        return reckoned.quote() instanceof Quote quote
                ? Optional.of(new Priced(quote, reckoned.refusal()))
                : Optional.empty();
    }
}

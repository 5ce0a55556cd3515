package io.stoa.shop;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.locations.Locations;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.search.WebPrices;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which prices hold on the web: those of the location {@code web}, in the currency of its first price list. */
@Component
public class Market implements WebPrices {

    private static final Currency UNPRICED = Currency.getInstance("USD");

    private final Locations locations;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Promotions promotions;

    Market(Locations locations, Catalog catalog, Pricing pricing, Promotions promotions) {
        this.locations = locations;
        this.catalog = catalog;
        this.pricing = pricing;
        this.promotions = promotions;
    }

    public String group() {
        return locations.find(LocationId.WEB).map(web -> web.group()).orElse("");
    }

    public ZoneId zone() {
        return locations.find(LocationId.WEB).map(web -> web.zone()).orElse(ZoneOffset.UTC);
    }

    @Override
    public Currency currency() {
        return list().map(PriceList::currency).orElse(UNPRICED);
    }

    public boolean taxIncluded() {
        return list().map(PriceList::taxIncluded).orElse(true);
    }

    @Override
    public Map<Sku, Money> prices(Collection<Sku> skus) {
        return pricing.prices(skus, currency(), group());
    }

    /** What one piece of each costs alone, with the promotions of the day; of those that can be sold here. */
    public Map<Sku, Offered> offered(Collection<Sku> skus) {
        var requests = catalog.items(skus).values().stream().map(this::one).toList();
        return pricing.quoteAll(requests).stream()
                .flatMap(outcome -> outcome instanceof Quote quote ? quote.lines().stream() : Stream.of())
                .collect(Collectors.toMap(Quote.Line::sku, line -> new Offered(line.listed(), line.shown())));
    }

    /** The promotions of the day that are about it. */
    public List<Promotion> promotions(SellableItem item) {
        return promotions.about(one(item));
    }

    private PriceRequest one(SellableItem item) {
        var line = new PriceRequest.Line(item.sku(), Quantity.of(1), item.taxCategory(), item.shelves());
        return new PriceRequest(currency(), group(), Channel.WEB, List.of(line));
    }

    /** Prices as they are shown, with tax or without: on the list, and with what is taken off one piece. */
    public record Offered(Money listed, Money price) {

        public boolean isReduced() {
            return price.compareTo(listed) < 0;
        }
    }

    private Optional<PriceList> list() {
        return pricing.usual(group());
    }
}

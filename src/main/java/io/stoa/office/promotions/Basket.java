package io.stoa.office.promotions;

import io.stoa.catalog.Catalog;
import io.stoa.locations.Locations;
import io.stoa.office.promotions.PromotionsShown.Line;
import io.stoa.office.promotions.PromotionsShown.Tried;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Versioned;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a basket of the web shop costs with the promotions of now, and with another one among them. */
@Component
class Basket {

    private final Pricing pricing;
    private final Promotions promotions;
    private final Catalog catalog;
    private final Locations locations;
    private final Currency currency;

    Basket(
            Pricing pricing,
            Promotions promotions,
            Catalog catalog,
            Locations locations,
            @Value("${stoa.currency:USD}") Currency currency) {
        this.pricing = pricing;
        this.promotions = promotions;
        this.catalog = catalog;
        this.locations = locations;
        this.currency = currency;
    }

    /** Null when nothing is in it, or something has no price. The promotion replaces the one of its id, and counts as one that holds here and now. */
    @Nullable
    Tried tried(SortedMap<Sku, Integer> pieces, Promotion promotion, Texts texts) {
        var items = catalog.items(pieces.keySet());
        var lines = pieces.entrySet().stream()
                .map(piece -> {
                    var item = Objects.requireNonNull(items.get(piece.getKey()));
                    return new PriceRequest.Line(item.sku(), Quantity.of(piece.getValue()), item.taxCategory(), item.shelves());
                })
                .toList();
        var group = locations.find(LocationId.WEB).map(web -> web.group()).orElse("");
        var request = new PriceRequest(currency, group, Channel.WEB, lines);
        var others = promotions.all().stream()
                .map(Versioned::value)
                .filter(other -> !other.id().equals(promotion.id()));
        var now = pricing.quote(request);
        var then = pricing.trial(request, Stream.concat(others, Stream.of(holding(promotion))).toList());
        return now instanceof Quote before && then instanceof Quote after && !lines.isEmpty() ? tried(before, after, texts) : null;
    }

    private static Promotion holding(Promotion said) {
        return new Promotion(
                said.id(),
                said.name(),
                said.offer(),
                said.goods(),
                Reach.EVERYWHERE,
                said.currency(),
                said.minimum(),
                said.priority(),
                said.combination(),
                true);
    }

    private Tried tried(Quote before, Quote after, Texts texts) {
        var titles = catalog.items(before.lines().stream().map(Quote.Line::sku).toList(), texts.language());
        var rows = new ArrayList<Line>();
        for (int i = 0; i < before.lines().size(); i++) {
            var was = before.lines().get(i);
            var is = after.lines().get(i);
            rows.add(new Line(
                    Objects.requireNonNull(titles.get(was.sku())).title(),
                    was.sku().value(),
                    was.quantity().units(),
                    texts.money(was.shown()),
                    texts.money(is.shown()),
                    taken(is, texts)));
        }
        return new Tried(rows, texts.money(before.gross()), texts.money(after.gross()));
    }

    private static List<String> taken(Quote.Line line, Texts texts) {
        return line.taken().stream()
                .map(one -> texts.money(one.amount().negated()) + " " + Objects.requireNonNullElse(one.cut().note(), ""))
                .toList();
    }
}

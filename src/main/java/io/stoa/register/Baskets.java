package io.stoa.register;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.Quote;
import io.stoa.register.Basket.Way;
import io.stoa.register.Cashier.SaleOutcome;
import io.stoa.register.Open.Line;
import io.stoa.register.Tariff.Priced;
import io.stoa.register.discounts.Allowance;
import io.stoa.register.discounts.Off;
import io.stoa.routing.Decision.Shortage;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices the basket and says, on the line where it is, what stands in the way of selling it and what to do. */
@Component
class Baskets {

    private static final double WHOLE = 10_000;

    private final Catalog catalog;
    private final Tariff tariff;
    private final Nearby nearby;
    private final Sales sales;
    private final Splitting splitting;
    private final Allowance allowance;

    Baskets(Catalog catalog, Tariff tariff, Nearby nearby, Sales sales, Splitting splitting, Allowance allowance) {
        this.allowance = allowance;
        this.catalog = catalog;
        this.tariff = tariff;
        this.nearby = nearby;
        this.sales = sales;
        this.splitting = splitting;
    }

    /** Names the basket as it stands with what is to be paid of it, so that a form of an earlier moment is not acted upon. */
    String moment(Open open, Money due) {
        return open.sale().attempt() + "." + open.cart().version() + (open.sale().tab() == null ? "" : "." + due.minor());
    }

    /** What to pay, or what is left of it; empty when there is nothing in it or something has no price here. */
    Optional<Money> due(Open open, Location store) {
        var tab = open.sale().tab();
        if (tab != null) {
            return Optional.of(splitting.due(tab, open.cart().currency()));
        }
        return open.lines().isEmpty()
                ? Optional.empty()
                : tariff.quote(open, store)
                        .map(Priced::quote)
                        .filter(quote -> !allowance.isExceeded(quote))
                        .map(Quote::gross);
    }

    Basket of(@Nullable Open open, Location store, Texts texts) {
        if (open == null) {
            return new Basket(
                    List.of(),
                    List.of(),
                    texts.money(Money.zero(tariff.currency(store))),
                    0,
                    false,
                    null,
                    List.of(),
                    null);
        }
        var priced = tariff.quote(open, store);
        var quote = priced.map(Priced::quote);
        var rows = new Known(open, store, quote.orElse(null), texts).rows();
        boolean exceeded =
                open.sale().tab() == null && quote.filter(allowance::isExceeded).isPresent();
        return new Basket(
                rows,
                priced.map(all -> sums(all, open, texts)).orElse(List.of()),
                texts.money(
                        quote.map(Quote::gross).orElse(Money.zero(open.cart().currency()))),
                open.cart().pieces(),
                !rows.isEmpty()
                        && !exceeded
                        && (open.sale().unsure()
                                || open.sale().tab() != null
                                || rows.stream().allMatch(row -> row.problem() == null)),
                exceeded ? texts.get("till.discount.exceeded", allowance.percent()) : null,
                undo(open.sale()),
                tab(open, texts));
    }

    /** What is taken off all together, then the taxes. */
    private List<Basket.Sum> sums(Priced priced, Open open, Texts texts) {
        var quote = priced.quote();
        var sums = new ArrayList<Basket.Sum>();
        var whole = new LinkedHashMap<Cut, Money>();
        quote.lines()
                .forEach(line -> line.taken().stream()
                        .filter(one -> !isOfLine(open, line.sku(), one))
                        .forEach(one -> whole.merge(one.cut(), one.amount(), Money::plus)));
        whole.forEach((cut, amount) -> sums.add(Off.sum(new Taken(cut, amount), texts)));
        var coupon = open.cart().discounts().coupon();
        if (priced.refusal() != null && coupon != null) {
            sums.add(new Basket.Sum(texts.get("coupon.refused." + priced.refusal(), coupon), ""));
        }
        sums.addAll(taxes(quote.taxes(), allIncluded(quote), texts));
        return sums;
    }

    private static boolean isOfLine(Open open, Sku sku, Taken taken) {
        return open.cart().discounts().of(sku).contains(taken.cut());
    }

    /** What is paid already and what is left, once a part is there. */
    private Basket.@Nullable Tab tab(Open open, Texts texts) {
        var tab = open.sale().tab();
        return tab == null
                ? null
                : new Basket.Tab(
                        splitting.paid(tab, texts), texts.money(splitting.due(tab, open.cart().currency())));
    }

    /** Why a sale was refused, in the associate's words. */
    String refusal(SaleOutcome outcome, Location store, Texts texts) {
        return switch (outcome) {
            case SaleOutcome.TooFew(List<Shortage> shortages) ->
                shortages.stream()
                        .map(few -> texts.count("till.refused.few", few.available(), title(few.sku()), store.name()))
                        .collect(Collectors.joining(" "));
            case SaleOutcome.CardDeclined declined -> texts.get("till.refused.card");
            case SaleOutcome.NotSold gone -> texts.get("till.not-sold", title(gone.sku()));
            case SaleOutcome.Unsure unsure -> texts.get("till.unsure");
            case SaleOutcome.Mixed(List<OrderId> standing) ->
                texts.get("till.mixed", standing.stream().map(OrderId::toString).collect(Collectors.joining(", ")));
            case SaleOutcome.CouponRefused(var coupon, var why) -> texts.get("coupon.refused." + why, coupon);
            case SaleOutcome.Elsewhere elsewhere -> texts.get("till.shown.over");
            case SaleOutcome.Over over -> texts.get("till.refused.over");
            case SaleOutcome.Sold sold -> throw new IllegalArgumentException("Sold is no problem");
        };
    }

    private String title(Sku sku) {
        var item = catalog.items(List.of(sku)).get(sku);
        return item == null ? sku.value() : item.title();
    }

    /** The tax of each rate, by name: included in the prices or added to them. */
    static List<Basket.Sum> taxes(Map<Integer, Money> taxes, boolean included, Texts texts) {
        var sums = new ArrayList<Basket.Sum>();
        taxes.forEach((rate, tax) -> sums.add(new Basket.Sum(
                included
                        ? texts.get("till.tax.included", percent(rate, texts.locale()))
                        : texts.get("till.tax.added", percent(rate, texts.locale())),
                texts.money(tax))));
        return sums;
    }

    /** Basis points as people write them: 725 as {@code 7.25%}. */
    private static String percent(int basisPoints, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(basisPoints / WHOLE);
    }

    private static boolean allIncluded(Quote quote) {
        return quote.lines().stream().allMatch(Quote.Line::taxIncluded);
    }

    private List<String> undo(Sale sale) {
        var lines = sales.removed(sale);
        var items = catalog.items(lines.stream().map(Line::sku).toList());
        return lines.stream()
                .map(line -> Optional.ofNullable(items.get(line.sku()))
                        .map(SellableItem::title)
                        .orElse(line.sku().value()))
                .toList();
    }

    /** All that the rows of one basket need, read at once. */
    private final class Known {
        private final Open open;
        private final Location store;
        private final @Nullable Quote quote;
        private final Texts texts;
        private final Map<Sku, SellableItem> items;
        private final Map<Sku, Map<Location, Integer>> stock;

        Known(Open open, Location store, @Nullable Quote quote, Texts texts) {
            Collection<Sku> skus =
                    open.cart().lines().stream().map(line -> line.sku()).toList();
            this.open = open;
            this.store = store;
            this.quote = quote;
            this.texts = texts;
            this.items = catalog.items(skus, texts.language());
            this.stock = nearby.stock(skus);
        }

        List<Basket.Row> rows() {
            var lines = open.lines();
            return IntStream.range(0, lines.size())
                    .mapToObj(i -> row(lines.get(i), priced(i, lines.get(i))))
                    .toList();
        }

        /** Where one line has no price, the others still have theirs. */
        private Optional<Quote.Line> priced(int i, Line line) {
            return quote == null
                    ? tariff.quote(List.of(line), store, open.cart().currency())
                            .map(alone -> alone.lines().getFirst())
                    : Optional.of(quote.lines().get(i));
        }

        /** What the line costs with its own cuts; what is taken off all together is said below. */
        private Money sum(Quote.Line priced, List<Taken> own) {
            return own.stream().map(Taken::amount).reduce(priced.listed(), Money::minus);
        }

        private Basket.Row row(Line line, Optional<Quote.Line> priced) {
            var own = priced.map(one -> one.taken().stream()
                            .filter(taken -> isOfLine(open, line.sku(), taken))
                            .toList())
                    .orElse(List.of());
            var item = items.get(line.sku());
            var title = item == null ? line.sku().value() : item.title();
            var last = open.sale().last();
            return new Basket.Row(
                    line.sku().value(),
                    line.way(),
                    title,
                    item == null || item.variantTitle().isBlank() ? null : item.variantTitle(),
                    line.pieces(),
                    priced.map(one -> texts.money(one.unitPrice())).orElse(null),
                    priced.map(one -> texts.money(sum(one, own))).orElse(null),
                    own.stream().map(taken -> Off.sum(taken, texts)).toList(),
                    Picture.of(item == null ? null : item.imageUrl(), title),
                    last != null && last.is(line.sku(), line.way()),
                    item == null || !item.sellable() || priced.isEmpty()
                            ? new Basket.Problem(texts.get("till.unpriced"), null, 0)
                            : open.sale().tab() == null ? shortage(line) : null);
        }

        private Basket.@Nullable Problem shortage(Line line) {
            var places = Objects.requireNonNullElse(stock.get(line.sku()), Map.<Location, Integer>of());
            int here = places.getOrDefault(store, 0);
            if (line.way() == Way.SEND) {
                int fromHere = store.offers(Capability.SHIP) ? here : 0;
                int everywhere = Nearby.shippable(places) - Math.min(fromHere, open.pieces(line.sku(), Way.TAKE));
                return line.pieces() <= everywhere
                        ? null
                        : new Basket.Problem(texts.count("till.short.send", Math.max(0, everywhere)), null, 0);
            }
            if (line.pieces() <= here) {
                return null;
            }
            int fromHere = store.offers(Capability.SHIP) ? here : 0;
            int elsewhere = Nearby.shippable(places) - fromHere - open.pieces(line.sku(), Way.SEND);
            return new Basket.Problem(
                    texts.count("till.short", here),
                    nearby.nearest(places, store, texts).orElseGet(() -> texts.get("till.short.nobody")),
                    Math.clamp(elsewhere, 0, line.pieces() - here));
        }
    }
}

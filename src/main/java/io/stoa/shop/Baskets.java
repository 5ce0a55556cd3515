package io.stoa.shop;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.coupons.Coupon;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.orders.CartView;
import io.stoa.orders.discounts.Couponing;
import io.stoa.orders.discounts.Discounts;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices a cart and says what stands in the way of buying it. */
@Component
class Baskets {

    private final Catalog catalog;
    private final Pricing pricing;
    private final Couponing couponing;
    private final Inventory inventory;
    private final Market market;

    Baskets(Catalog catalog, Pricing pricing, Couponing couponing, Inventory inventory, Market market) {
        this.catalog = catalog;
        this.pricing = pricing;
        this.couponing = couponing;
        this.inventory = inventory;
        this.market = market;
    }

    Basket of(@Nullable CartView cart, Texts texts) {
        return of(cart, market.group(), texts);
    }

    /** With the prices and taxes of a location group. */
    Basket of(@Nullable CartView cart, String group, Texts texts) {
        if (cart == null || cart.isEmpty()) {
            return new Basket(List.of(), List.of(), texts.money(Money.zero(market.currency())), null, null);
        }
        var skus = cart.lines().stream().map(CartView.Line::sku).toList();
        var items = catalog.items(skus, texts.language());
        var reckoned = reckon(cart, items, group);
        var quote = quote(cart, reckoned);
        var priced = quote.lines().stream().collect(Collectors.toMap(Quote.Line::sku, Function.identity()));
        var left = left(skus);
        var lines = new ArrayList<Basket.Line>();
        for (var line : cart.lines()) {
            lines.add(
                    line(line, items.get(line.sku()), priced.get(line.sku()), left.getOrDefault(line.sku(), 0), texts));
        }
        var blocked = lines.stream().anyMatch(line -> line.problem() != null);
        return new Basket(
                lines,
                sums(quote, texts),
                texts.money(quote.gross()),
                coupon(cart, reckoned.refusal(), texts),
                blocked ? texts.get("shop.cart.problem") : null);
    }

    /** What the cart costs with the prices and taxes of each of these location groups; none where not everything has a price. */
    Map<String, Money> totals(CartView cart, Collection<String> groups) {
        var skus = cart.lines().stream().map(CartView.Line::sku).toList();
        var items = catalog.items(skus);
        var totals = new HashMap<String, Money>();
        for (var group : groups) {
            var quote = quote(cart, reckon(cart, items, group));
            if (quote.lines().size() == cart.lines().size()) {
                totals.put(group, quote.gross());
            }
        }
        return totals;
    }

    /** Of what is kept with the cart only its coupon counts here: what an associate gives, they give at the till. */
    private Couponing.Reckoned reckon(CartView cart, Map<Sku, SellableItem> items, String group) {
        var skus = cart.lines().stream().map(CartView.Line::sku).toList();
        var prices = pricing.prices(skus, cart.currency(), group);
        var lines = new ArrayList<PriceRequest.Line>();
        for (var line : cart.lines()) {
            var item = items.get(line.sku());
            if (item != null && item.sellable() && prices.containsKey(line.sku())) {
                lines.add(new PriceRequest.Line(line.sku(), line.quantity(), item.taxCategory(), item.shelves()));
            }
        }
        var coupon = Discounts.by(cart.discounts().coupon());
        return couponing.reckon(new PriceRequest(cart.currency(), group, Channel.WEB, lines), coupon, false);
    }

    private static Quote quote(CartView cart, Couponing.Reckoned reckoned) {
        return reckoned.quote() instanceof Quote quote
                ? quote
                : new Quote(
                        cart.currency(),
                        List.of(),
                        Money.zero(cart.currency()),
                        Money.zero(cart.currency()),
                        Money.zero(cart.currency()));
    }

    private static Basket.@Nullable Coupon coupon(CartView cart, Coupon.@Nullable Refusal refusal, Texts texts) {
        var code = cart.discounts().coupon();
        return code == null
                ? null
                : new Basket.Coupon(
                        code.value(), refusal == null ? null : texts.get("coupon.refused." + refusal, code));
    }

    private Map<Sku, Integer> left(Collection<Sku> skus) {
        var left = new HashMap<Sku, Integer>();
        inventory
                .availability(skus)
                .forEach((sku, rows) -> left.put(
                        sku, rows.stream().mapToInt(Availability::available).sum()));
        return left;
    }

    private static Basket.Line line(
            CartView.Line line, @Nullable SellableItem item, Quote.@Nullable Line priced, int left, Texts texts) {
        var title = item == null ? line.sku().value() : item.title();
        return new Basket.Line(
                line.sku().value(),
                item == null ? "/shop" : "/shop/product/" + item.productId() + "?sku=" + line.sku(),
                title,
                item == null || item.variantTitle().isBlank() ? null : item.variantTitle(),
                line.quantity().units(),
                priced == null ? null : texts.money(priced.unitPrice()),
                priced == null ? null : texts.money(priced.listed()),
                Picture.of(item == null ? null : item.imageUrl(), title),
                problem(line, priced, left, texts));
    }

    private static @Nullable String problem(CartView.Line line, Quote.@Nullable Line priced, int left, Texts texts) {
        if (priced == null) {
            return texts.get("shop.line.unpriced");
        }
        return left < line.quantity().units() ? texts.count("shop.line.left", left) : null;
    }

    private static List<Basket.Sum> sums(Quote quote, Texts texts) {
        var included = quote.lines().stream().allMatch(Quote.Line::taxIncluded);
        var goods = (included ? quote.gross() : quote.net()).plus(quote.discount());
        var sums = new ArrayList<Basket.Sum>();
        sums.add(new Basket.Sum(texts.get("shop.goods"), texts.money(goods)));
        quote.taken().forEach(one -> sums.add(Basket.Sum.off(one, texts)));
        sums.add(new Basket.Sum(texts.get(included ? "shop.tax" : "shop.tax.net"), texts.money(quote.tax())));
        sums.add(new Basket.Sum(texts.get("shop.delivery"), texts.get("shop.free")));
        return sums;
    }
}

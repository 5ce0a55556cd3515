package io.stoa.shop;

import io.stoa.giftcards.GiftCards;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.CartView;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.Tender;
import io.stoa.payments.testprovider.TestCard;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shop.paying.GiftPart;
import io.stoa.shop.paying.PayWays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out what a checkout may choose from: stores that have the goods and what they cost there, countries, cards. */
@Component
class Counter {

    private static final int STORES_SHOWN = 12;

    private final Baskets baskets;
    private final Inventory inventory;
    private final Locations locations;
    private final StockSentences stock;
    private final Market market;
    private final GiftCards gifts;
    private final Payments payments;
    private final TwoWays twoWays;

    Counter(
            Baskets baskets,
            Inventory inventory,
            Locations locations,
            StockSentences stock,
            Market market,
            GiftCards gifts,
            Payments payments,
            TwoWays twoWays) {
        this.twoWays = twoWays;
        this.baskets = baskets;
        this.inventory = inventory;
        this.locations = locations;
        this.stock = stock;
        this.market = market;
        this.gifts = gifts;
        this.payments = payments;
    }

    Checkout checkout(
            CartView cart,
            CheckoutForm form,
            Map<String, String> errors,
            @Nullable Coordinates origin,
            PageFrame frame) {
        var texts = frame.texts();
        var group = group(form);
        return new Checkout(
                baskets.of(cart, group, texts),
                total(cart, form).map(Money::minor).orElse(0L),
                form,
                errors,
                texts.get("shop.checkout.ship.by", stock.deliveryDay(texts)),
                stores(cart, form, origin, texts),
                split(cart, form, origin, texts).orElse(null),
                Checkout.Country.all(texts.locale()),
                ways(frame),
                gift(gift(cart, form), texts));
    }

    /** How it would go in two ways; empty when it cannot. */
    Optional<Checkout.Split> split(CartView cart, CheckoutForm form, @Nullable Coordinates origin, Texts texts) {
        return twoWays.of(cart, form, origin, texts);
    }

    /** What of the cart the gift card pays whose code was typed. */
    GiftPart gift(CartView cart, CheckoutForm form) {
        return total(cart, form)
                .map(total -> GiftPart.of(form.gift(), total, gifts))
                .orElseGet(() -> GiftPart.none(cart.currency()));
    }

    private static Checkout.@Nullable Gift gift(GiftPart gift, Texts texts) {
        if (!gift.typed()) {
            return null;
        }
        return new Checkout.Gift(
                gift.fits(), texts.money(gift.pays()), gift.isEnough(), texts.money(gift.rest()));
    }

    /** Why the coupon on the cart takes nothing off, the way it was chosen; nobody pays more than they think unknowingly. */
    Optional<String> couponProblem(CartView cart, CheckoutForm form, Texts texts) {
        return Optional.ofNullable(baskets.of(cart, group(form), texts).coupon())
                .flatMap(coupon -> Optional.ofNullable(coupon.problem()));
    }

    /** A provider's page where there is one; test cards in a demo, and nowhere else. */
    PayWays ways(PageFrame frame) {
        var cards = frame.demo() ? List.of(TestCard.APPROVE, TestCard.DECLINE, TestCard.TIMEOUT) : List.<TestCard>of();
        return new PayWays(payments.takes(Tender.HOSTED), cards);
    }

    /** What the cart costs the way it was chosen; empty where something has no price there. */
    Optional<Money> total(CartView cart, CheckoutForm form) {
        var group = group(form);
        return Optional.ofNullable(baskets.totals(cart, Set.of(group)).get(group));
    }

    /** What is collected has the prices and taxes of its store, what is sent those of the web. */
    private String group(CheckoutForm form) {
        var store = form.collects() ? byName(CheckoutForm.text(form.store())) : Optional.<Location>empty();
        return store.map(Location::group).orElseGet(market::group);
    }

    private Optional<Location> byName(String id) {
        return locations.byId().values().stream()
                .filter(place -> place.id().value().equals(id))
                .findFirst();
    }

    /** Stores that hand out orders: those that have everything first, nearest first; the chosen one stays whatever it lacks. */
    List<Checkout.Store> stores(CartView cart, CheckoutForm form, @Nullable Coordinates origin, Texts texts) {
        var rows = inventory.availability(
                cart.lines().stream().map(CartView.Line::sku).toList());
        var open = locations.byId().values().stream()
                .filter(place -> place.offers(Capability.PICKUP))
                .toList();
        var groups = open.stream().map(Location::group).collect(Collectors.toSet());
        groups.add(market.group());
        var totals = baskets.totals(cart, groups);
        return open.stream()
                .filter(place -> totals.containsKey(place.group()))
                .sorted(Visits.nearest(origin))
                .map(store -> store(store, missing(cart, rows, store.id()), totals, origin, texts))
                .sorted(Comparator.comparing((Checkout.Store store) -> !store.complete() && !store.id().equals(form.store())))
                .limit(STORES_SHOWN)
                .toList();
    }

    /** Whether the visitor's own store has everything and hands it out, so that collecting there is what they will want. */
    boolean hasAll(CartView cart, @Nullable Location mine) {
        var skus = cart.lines().stream().map(CartView.Line::sku).toList();
        return mine != null && mine.offers(Capability.PICKUP) && missing(cart, inventory.availability(skus), mine.id()) == 0;
    }

    private Checkout.Store store(
            Location store, long missing, Map<String, Money> totals, @Nullable Coordinates origin, Texts texts) {
        var promise = missing > 0
                ? texts.count("shop.checkout.store.missing", missing)
                : capital(stock.pickup(store, texts).orElse(""), texts.locale());
        var total = totals.get(store.group());
        return new Checkout.Store(
                store.id().value(),
                store.name(),
                store.street(texts.locale()),
                promise,
                total == null || total.equals(totals.get(market.group())) ? null : texts.money(total),
                Visits.distance(store, origin, texts),
                missing == 0);
    }

    private static long missing(CartView cart, Map<Sku, List<Availability>> rows, LocationId store) {
        return cart.lines().stream()
                .filter(line -> rows.getOrDefault(line.sku(), List.of()).stream()
                                .filter(row -> row.location().equals(store))
                                .mapToInt(Availability::available)
                                .sum()
                        < line.quantity().units())
                .count();
    }

    private static String capital(String text, Locale locale) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}

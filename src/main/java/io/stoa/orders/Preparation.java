package io.stoa.orders;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.database.IndexPlans;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Sweeper;
import io.stoa.locations.Address;
import io.stoa.locations.Locations;
import io.stoa.orders.PlaceOutcome.CartMoved;
import io.stoa.orders.PlaceOutcome.CouponRefused;
import io.stoa.orders.PlaceOutcome.Incomplete;
import io.stoa.orders.PlaceOutcome.KeyReused;
import io.stoa.orders.PlaceOutcome.NotOrdered;
import io.stoa.orders.PlaceOutcome.NotSold;
import io.stoa.orders.PlaceOutcome.OtherPrices;
import io.stoa.orders.PlaceOutcome.OutOfStock;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.discounts.Couponing;
import io.stoa.orders.discounts.Discounts;
import io.stoa.pricing.Cut;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Quote;
import io.stoa.pricing.Unpriced;
import io.stoa.routing.Decision;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Decision.Unroutable;
import io.stoa.routing.Route;
import io.stoa.routing.Route.Leaving;
import io.stoa.routing.Routing;
import io.stoa.routing.StockView;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What can be said about a batch of wishes before anything is written: which were placed before, what they cost and where
 * they would be served from. Four reads for the whole batch, whatever its size. Whether the goods are still there is
 * decided by the guard when the orders are written.
 */
@Component
class Preparation {

    private final OrderTable orders;
    private final CartTable carts;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Couponing couponing;
    private final Inventory inventory;
    private final Sweeper sweeper;
    private final Locations locations;
    private final Routing routing;
    private final Ids ids;
    private final IndexPlans indexPlans;
    private final Clock clock;
    private final TransactionTemplate reading;

    /** One wish of the batch: refused or repeated already, or an order about to be written. */
    sealed interface Prepared {
        record Answered(PlaceOutcome outcome) implements Prepared {}

        record Ready(NewOrder order) implements Prepared {}
    }

    /** What was read about a batch, by the place of each wish in it. */
    private record Draft(
            Map<Integer, Wish> wishes,
            Map<Sku, SellableItem> items,
            Map<Integer, Quote> quotes,
            Map<Sku, List<Availability>> stock,
            Map<Integer, Prepared> answers) {
        Draft with(Map<Sku, List<Availability>> newStock) {
            return new Draft(wishes, items, quotes, newStock, answers);
        }
    }

    /** A wish with what it is about: the cart it names, its lines, how the goods leave, and what is taken off. */
    record Wish(
            PlaceOrder asked,
            @Nullable CartView cart,
            List<CartView.Line> lines,
            Delivery delivery,
            Discounts discounts) {}

    Preparation(
            OrderTable orders,
            CartTable carts,
            Catalog catalog,
            Pricing pricing,
            Couponing couponing,
            Inventory inventory,
            Sweeper sweeper,
            Locations locations,
            Routing routing,
            Ids ids,
            IndexPlans indexPlans,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.orders = orders;
        this.carts = carts;
        this.catalog = catalog;
        this.pricing = pricing;
        this.couponing = couponing;
        this.inventory = inventory;
        this.sweeper = sweeper;
        this.locations = locations;
        this.routing = routing;
        this.ids = ids;
        this.indexPlans = indexPlans;
        this.clock = clock;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /** Answers in the order asked. What does not fit is tried once more after holds whose time is over have been freed. */
    List<Prepared> prepare(List<PlaceOrder> asked) {
        var draft = reading.execute(status -> draft(asked));
        if (!route(draft) && sweeper.sweep() > 0) {
            boolean ignored = route(draft.with(inventory.availability(draft.items().keySet())));
        }
        return IntStream.range(0, asked.size())
                .mapToObj(i -> Objects.requireNonNull(draft.answers().get(i)))
                .toList();
    }

    /** Reads everything in one go, by one connection. */
    private Draft draft(List<PlaceOrder> asked) {
        indexPlans.require();
        var answers = new HashMap<Integer, Prepared>();
        var wishes = new HashMap<Integer, Wish>();
        sort(asked, answers, wishes);
        var skus = skus(wishes);
        var items = catalog.items(skus);
        var quotes = price(wishes, items, answers);
        return new Draft(wishes, items, quotes, quotes.isEmpty() ? Map.of() : inventory.availability(skus), answers);
    }

    /** Puts aside what was placed before, what is incomplete, and what names a cart that is not open. */
    private void sort(List<PlaceOrder> asked, Map<Integer, Prepared> answers, Map<Integer, Wish> wishes) {
        var known = orders.byKeys(asked.stream().map(PlaceOrder::key).toList());
        var open = openCarts(asked);
        for (int i = 0; i < asked.size(); i++) {
            var one = asked.get(i);
            var cart = one.cart() == null ? null : open.get(one.cart());
            var refusal = known.containsKey(one.key())
                    ? repeated(one, Objects.requireNonNull(known.get(one.key())))
                    : incomplete(one, cart);
            if (refusal != null) {
                answers.put(i, new Prepared.Answered(refusal));
            } else {
                wishes.put(i, wish(one, cart));
            }
        }
    }

    private Map<CartId, CartView> openCarts(List<PlaceOrder> asked) {
        var named = asked.stream().map(PlaceOrder::cart).filter(Objects::nonNull).toList();
        if (named.isEmpty()) {
            return Map.of();
        }
        return carts.openOf(named.stream().map(CartId::value).toList()).stream()
                .collect(Collectors.toMap(CartView::id, cart -> cart));
    }

    private static PlaceOutcome repeated(PlaceOrder asked, OrderTable.Known known) {
        return known.hash().equals(asked.hash())
                ? new Placed(new OrderId(known.id()), known.state(), Money.of(known.total(), known.currency()), true)
                : new KeyReused();
    }

    private static @Nullable PlaceOutcome incomplete(PlaceOrder asked, @Nullable CartView cart) {
        if (asked.cart() != null && cart == null) {
            return new CartMoved(asked.cart());
        }
        if (asked.lines().isEmpty() && (cart == null || cart.isEmpty())) {
            return new Incomplete("lines");
        }
        if (asked.delivery() == null && (cart == null || cart.delivery() == null)) {
            return new Incomplete("delivery");
        }
        return null;
    }

    private static Wish wish(PlaceOrder asked, @Nullable CartView cart) {
        var lines = cart == null ? asked.lines() : cart.lines();
        var delivery = asked.delivery() != null || cart == null ? asked.delivery() : cart.delivery();
        return new Wish(asked, cart, lines, Objects.requireNonNull(delivery).plain(lines), asked.discounts(cart));
    }

    /** Answers what cannot be sold, or not with its coupon; the quotes of all the rest. */
    private Map<Integer, Quote> price(
            Map<Integer, Wish> wishes, Map<Sku, SellableItem> items, Map<Integer, Prepared> answers) {
        var requests = new LinkedHashMap<Integer, PriceRequest>();
        var coupons =
                couponing.named(wishes.values().stream().map(Wish::discounts).toList());
        wishes.forEach((i, wish) -> {
            var refusal = refusal(wish, items);
            if (refusal == null) {
                requests.put(i, request(wish, items, couponing.cuts(wish.discounts(), coupons)));
            } else {
                answers.put(i, new Prepared.Answered(refusal));
            }
        });
        var quotes = new HashMap<Integer, Quote>();
        var outcomes = pricing.quoteAll(List.copyOf(requests.values())).iterator();
        for (int i : requests.keySet()) {
            switch (outcomes.next()) {
                case Quote quote -> {
                    var discounts = Objects.requireNonNull(wishes.get(i)).discounts();
                    couponing.refusal(discounts, quote, coupons).map(why -> new CouponRefused(discounts.code(), why)).ifPresentOrElse(
                            refused -> answers.put(i, new Prepared.Answered(refused)), () -> quotes.put(i, quote));
                }
                case Unpriced unpriced -> answers.put(i, new Prepared.Answered(new NotSold(unpriced.sku())));
            }
        }
        return quotes;
    }

    private @Nullable PlaceOutcome refusal(Wish wish, Map<Sku, SellableItem> items) {
        for (var line : wish.lines()) {
            var item = items.get(line.sku());
            if (item == null || !item.sellable()) {
                return new NotSold(line.sku());
            }
        }
        return wish.delivery() instanceof Delivery.Mixed mixed ? unmixable(wish, mixed) : null;
    }

    /** One order has one set of prices and taxes, whichever way its lines go. */
    private @Nullable PlaceOutcome unmixable(Wish wish, Delivery.Mixed mixed) {
        var stranger = mixed.stranger(wish.lines());
        var otherPrices = group(mixed.store()).equals(group(wish)) ? null : new OtherPrices(mixed.store());
        return stranger == null ? otherPrices : new NotOrdered(stranger);
    }

    private PriceRequest request(Wish wish, Map<Sku, SellableItem> items, List<Cut> cuts) {
        var lines = wish.lines().stream()
                .map(line -> new PriceRequest.Line(
                        line.sku(),
                        line.quantity(),
                        Objects.requireNonNull(items.get(line.sku())).taxCategory(),
                        Objects.requireNonNull(items.get(line.sku())).shelves(),
                        wish.discounts().of(line.sku())))
                .toList();
        var asked = wish.asked();
        return new PriceRequest(
                asked.currency(), group(wish), asked.touchpoint().channel(), lines, cuts, wish.discounts().isSettled());
    }

    /** Whose prices and taxes hold: those of the store where the goods are handed over, else of the door. */
    private String group(Wish wish) {
        return group(switch (wish.delivery()) {
            case Delivery.Collect collect -> collect.store();
            case Delivery.TakeAway takeAway -> takeAway.store();
            case Delivery.Ship ship -> door(wish);
            case Delivery.Mixed mixed -> door(wish);
        });
    }

    private static LocationId door(Wish wish) {
        return Objects.requireNonNullElse(wish.asked().touchpoint().location(), LocationId.WEB);
    }

    private String group(LocationId place) {
        return locations.find(place).map(location -> location.group()).orElse("");
    }

    /** Routes them one after the other over the same stock, as if each took what the ones before it left; whether all fit. */
    private boolean route(Draft draft) {
        var stock = new StockView(draft.stock().values());
        boolean allFit = true;
        for (int i : draft.quotes().keySet().stream().sorted().toList()) {
            var wish = Objects.requireNonNull(draft.wishes().get(i));
            var prepared = routed(wish, Objects.requireNonNull(draft.quotes().get(i)), draft.items(), stock);
            allFit &= prepared instanceof Prepared.Ready;
            draft.answers().put(i, prepared);
        }
        return allFit;
    }

    private Prepared routed(Wish wish, Quote quote, Map<Sku, SellableItem> items, StockView stock) {
        return switch (decide(wish, quote.gross(), stock)) {
            case Routed routed -> {
                stock.take(routed.parts());
                yield new Prepared.Ready(NewOrder.of(ids, wish, quote, items, routed));
            }
            case Unroutable unroutable -> new Prepared.Answered(new OutOfStock(unroutable.shortages()));
        };
    }

    private Decision decide(Wish wish, Money worth, StockView stock) {
        var lines = new ArrayList<Route.Line>();
        for (var line : wish.lines()) {
            lines.add(new Route.Line(lines.size() + 1, line.sku(), line.quantity()));
        }
        return switch (wish.delivery()) {
            case Delivery.Ship ship -> routing.decide(shipped(lines, ship.to(), wish, worth), stock);
            case Delivery.Collect collect -> routing.decide(Route.collected(lines, collect.store()), stock);
            case Delivery.TakeAway away -> routing.decide(Route.carried(lines, away.store()), stock);
            case Delivery.Mixed mixed -> {
                var ways = lines.stream().collect(Collectors.partitioningBy(line -> mixed.collects(line.sku())));
                yield routing.decideBoth(
                        shipped(Objects.requireNonNull(ways.get(false)), mixed.to(), wish, worth),
                        Route.collected(Objects.requireNonNull(ways.get(true)), mixed.store()),
                        stock);
            }
        };
    }

    private Route shipped(List<Route.Line> lines, Address to, Wish wish, Money worth) {
        var destination = locations.geocode(to.country(), to.postcode()).orElse(null);
        var order = new Route.Order(wish.asked().touchpoint().channel(), to.country(), worth, clock.instant());
        return new Route(lines, Leaving.SHIPPED, null, destination, Set.of(), order);
    }

    private static Set<Sku> skus(Map<Integer, Wish> wishes) {
        var skus = new HashSet<Sku>();
        wishes.values().forEach(wish -> wish.lines().forEach(line -> skus.add(line.sku())));
        return skus;
    }
}

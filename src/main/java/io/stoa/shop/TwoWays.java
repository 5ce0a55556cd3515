package io.stoa.shop;

import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.CartView;
import io.stoa.page.Texts;
import io.stoa.shared.Sku;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out an order that is delivered in part and collected in part: the stores that have some of it, and what is ticked. */
@Component
class TwoWays {

    private static final int STORES_SHOWN = 12;

    private final Inventory inventory;
    private final Locations locations;
    private final StockSentences stock;
    private final Market market;

    TwoWays(Inventory inventory, Locations locations, StockSentences stock, Market market) {
        this.inventory = inventory;
        this.locations = locations;
        this.stock = stock;
        this.market = market;
    }

    /** A store with what it has of a cart. */
    private record Counter(Location place, Set<String> there) {}

    /** Empty when there is nothing to divide, or no store of the web's prices has any of it. */
    Optional<Checkout.Split> of(CartView cart, CheckoutForm form, @Nullable Coordinates origin, Texts texts) {
        var counters = cart.lines().size() < 2 ? List.<Counter>of() : counters(cart, origin);
        return counters.isEmpty()
                ? Optional.empty()
                : Optional.of(split(cart, form.both(), chosen(form, counters), counters, origin, texts));
    }

    private Checkout.Split split(
            CartView cart, Both typed, Counter at, List<Counter> counters, @Nullable Coordinates origin, Texts texts) {
        var all = cart.lines().stream().map(line -> line.sku().value()).collect(Collectors.toSet());
        var ticked = typed.isFor(at.place().id().value())
                ? typed.collected().stream().filter(all::contains).collect(Collectors.toSet())
                : at.there().size() < all.size() ? at.there() : Set.<String>of();
        var missing = all.stream().filter(sku -> !at.there().contains(sku)).collect(Collectors.toSet());
        var stores = counters.stream().map(counter -> store(counter, all.size(), origin, texts)).toList();
        return new Checkout.Split(
                stores, at.place().id().value(), at.place().name(), promise(at.place(), texts), all.size(), ticked, missing);
    }

    private Checkout.Store store(Counter counter, int articles, @Nullable Coordinates origin, Texts texts) {
        var place = counter.place();
        var has = counter.there().size() == articles
                ? texts.get("shop.checkout.both.all")
                : texts.get("shop.checkout.both.has", texts.number(counter.there().size()), texts.number(articles));
        return new Checkout.Store(
                place.id().value(), place.name(), place.street(texts.locale()), has + " · " + promise(place, texts), null, Visits.distance(place, origin, texts), true);
    }

    private String promise(Location place, Texts texts) {
        return stock.pickup(place, texts).orElse("");
    }

    /** The one that was chosen for this, or for collecting all, or the first. */
    private static Counter chosen(CheckoutForm form, List<Counter> counters) {
        return find(counters, form.both().store()).or(() -> find(counters, form.store())).orElseGet(counters::getFirst);
    }

    private static Optional<Counter> find(List<Counter> counters, @Nullable String id) {
        return counters.stream().filter(counter -> counter.place().id().value().equals(id)).findFirst();
    }

    /** The nearest first, or those that have most where no place is known. */
    private List<Counter> counters(CartView cart, @Nullable Coordinates origin) {
        var rows = inventory.availability(cart.lines().stream().map(CartView.Line::sku).toList());
        var most = Comparator.<Counter>comparingInt(counter -> -counter.there().size());
        var near = Comparator.comparing(Counter::place, Visits.nearest(origin));
        return locations.byId().values().stream()
                .filter(place -> place.offers(Capability.PICKUP) && place.group().equals(market.group()))
                .map(place -> new Counter(place, there(cart, rows, place)))
                .filter(counter -> !counter.there().isEmpty())
                .sorted(origin == null ? most.thenComparing(near) : near)
                .limit(STORES_SHOWN)
                .toList();
    }

    private static Set<String> there(CartView cart, Map<Sku, List<Availability>> rows, Location place) {
        return cart.lines().stream()
                .filter(line -> rows.getOrDefault(line.sku(), List.of()).stream()
                                .filter(row -> row.location().equals(place.id()))
                                .mapToInt(Availability::available)
                                .sum()
                        >= line.quantity().units())
                .map(line -> line.sku().value())
                .collect(Collectors.toSet());
    }
}

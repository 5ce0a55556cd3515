package io.stoa.register;

import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.discounts.Discounts;
import io.stoa.orders.discounts.Discounts.Given;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.Tender;
import io.stoa.register.Basket.Way;
import io.stoa.register.Open.Line;
import io.stoa.register.discounts.Off;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes receipts from the orders themselves, so that a reprint says what the first print said. */
@Component
public class Receipts {

    private static final int ORDERS_MAX = 2;
    private static final int UNKNOWN_RATE = -1;

    private final Orders orders;
    private final Payments payments;
    private final Locations locations;
    private final Tariff tariff;

    Receipts(Orders orders, Payments payments, Locations locations, Tariff tariff) {
        this.orders = orders;
        this.payments = payments;
        this.locations = locations;
        this.tariff = tariff;
    }

    /** The name of a receipt: the numbers of its orders. */
    public static String code(List<OrderId> ids) {
        return String.join("-", ids.stream().map(OrderId::toString).toList());
    }

    /** The orders that a receipt names, or that somebody typed or scanned: zeros in front do not matter. */
    public List<OrderView> orders(String code) {
        var parts = code.strip().split("-");
        if (parts.length > ORDERS_MAX || !Stream.of(parts).allMatch(part -> part.matches("0*[1-9][0-9]{0,17}"))) {
            return List.of();
        }
        var found = Stream.of(parts)
                .map(part -> orders.find(new OrderId(Long.parseLong(part))))
                .flatMap(Optional::stream)
                .toList();
        return found.size() == parts.length ? found : List.of();
    }

    /** {@code given} is the cash in the hand of the associate, where it is still known. */
    public Optional<Receipt> of(String code, @Nullable Money given, Texts texts) {
        var found = orders(code);
        return found.isEmpty() ? Optional.empty() : Optional.of(receipt(found, given, texts));
    }

    private Receipt receipt(List<OrderView> found, @Nullable Money given, Texts texts) {
        var first = found.getFirst();
        var store = store(first);
        var total = sum(found.stream().map(OrderView::total).toList(), first.total());
        var made = made(found);
        var change = change(made, given);
        return new Receipt(
                code(found.stream().map(OrderView::id).toList()),
                state(found),
                store.map(Location::name).orElse(""),
                store.map(Location::address).map(address -> address.lines(texts.locale())).orElse(List.of()),
                texts.moment(first.placedAt(), store.map(Location::zone).orElse(ZoneId.of("UTC"))),
                found.stream().map(order -> part(order, texts)).toList(),
                Stream.concat(off(found, texts).stream(), taxes(found, store, texts).stream())
                        .toList(),
                texts.money(total),
                paid(made, given, texts),
                change == null ? null : texts.money(change),
                String.join(" ", found.stream().map(order -> "order:" + order.id()).toList()),
                first.customer());
    }

    private Optional<Location> store(OrderView order) {
        LocationId at = order.location();
        return Optional.ofNullable(at).flatMap(locations::find);
    }

    private static Receipt.State state(List<OrderView> found) {
        if (found.stream().anyMatch(order -> order.state() == OrderState.AWAITING_PAYMENT)) {
            return Receipt.State.WAITING;
        }
        return found.stream().allMatch(Receipts::off) ? Receipt.State.CANCELLED : Receipt.State.PAID;
    }

    private static boolean off(OrderView order) {
        return order.state() == OrderState.CANCELLED || order.state() == OrderState.EXPIRED;
    }

    private static Receipt.Part part(OrderView order, Texts texts) {
        var to = order.address();
        var rows = order.lines().stream()
                .map(line -> new Receipt.Row(
                        line.title(), line.quantity(), texts.money(line.unit()), texts.money(line.listed())))
                .toList();
        return new Receipt.Part(
                order.id().toString(),
                new Barcode(order.id().toString()),
                Delivery.isSent(order.delivery()),
                to == null ? List.of() : to.lines(texts.locale()),
                rows);
    }

    /** What was taken off, each reason once, over all that the receipt is for. */
    private static List<Basket.Sum> off(List<OrderView> found, Texts texts) {
        var sums = new LinkedHashMap<String, Money>();
        found.forEach(order -> order.taken()
                .forEach(one -> sums.merge(Off.name(one.cut(), texts), one.amount(), Money::plus)));
        return sums.entrySet().stream()
                .map(one -> new Basket.Sum(one.getKey(), texts.money(one.getValue().negated())))
                .toList();
    }

    // --- Taxes

    /** By rate. The amounts are the order's own; today's rates only sort them, unless they changed since. */
    private List<Basket.Sum> taxes(List<OrderView> found, Optional<Location> store, Texts texts) {
        var lines = found.stream().flatMap(order -> order.lines().stream()).toList();
        var rates = store.map(place -> rates(lines, place)).orElse(Map.of());
        var taxes = new TreeMap<Integer, Money>();
        lines.forEach(line ->
                taxes.merge(rates.getOrDefault(line.sku(), UNKNOWN_RATE), line.tax(), Money::plus));
        var unknown = taxes.remove(UNKNOWN_RATE);
        boolean included = lines.stream().allMatch(OrderView.Line::taxIncluded);
        var sums = Baskets.taxes(taxes, included, texts);
        return unknown == null
                ? sums
                : Stream.concat(sums.stream(), Stream.of(new Basket.Sum(texts.get("till.tax"), texts.money(unknown))))
                        .toList();
    }

    private Map<Sku, Integer> rates(List<OrderView.Line> lines, Location store) {
        var rates = new HashMap<Sku, Integer>();
        for (var line : lines) {
            var asked = List.of(new Line(line.sku(), Way.TAKE, line.quantity()));
            tariff.quote(asked, store, line.gross().currency(), off(line), true)
                    .map(priced -> priced.quote().lines().getFirst())
                    .filter(today ->
                            today.gross().equals(line.gross()) && today.tax().equals(line.tax()))
                    .ifPresent(today -> rates.put(line.sku(), today.taxRate().basisPoints()));
        }
        return rates;
    }

    /** What was taken off the line, as today's price would have it taken off; today's promotions have no part in it. */
    private static Discounts off(OrderView.Line line) {
        var given = line.taken().stream()
                .map(one -> new Given(
                        line.sku(), one.cut().cameTo(one.amount())))
                .toList();
        return new Discounts(null, given, "receipt");
    }

    // --- Money

    private List<Payment> made(List<OrderView> found) {
        var kept = found.stream().filter(order -> !off(order)).map(OrderView::id).toList();
        return payments.ofAll(kept).values().stream()
                .flatMap(Collection::stream)
                .filter(payment -> !payment.paid().isZero())
                .toList();
    }

    /** By tender; {@code given} is the cash that was handed over, change and all, where that is still known. */
    static List<Basket.Sum> paid(List<Payment> made, @Nullable Money given, Texts texts) {
        var byTender = new TreeMap<Tender, Money>();
        made.forEach(payment -> byTender.merge(payment.tender(), payment.paid(), Money::plus));
        if (given != null) {
            byTender.put(Tender.CASH, given);
        }
        return byTender.entrySet().stream()
                .map(one -> new Basket.Sum(name(one.getKey(), texts), texts.money(one.getValue())))
                .toList();
    }

    /** What of the cash that was handed over goes back at once. */
    private static @Nullable Money change(List<Payment> made, @Nullable Money given) {
        if (given == null) {
            return null;
        }
        var kept = made.stream()
                .filter(payment -> payment.tender() == Tender.CASH)
                .map(Payment::paid)
                .reduce(Money.zero(given.currency()), Money::plus);
        return given.compareTo(kept) > 0 ? given.minus(kept) : null;
    }

    private static String name(Tender tender, Texts texts) {
        return switch (tender) {
            case CASH -> texts.get("till.paid.cash");
            case GIFT_CARD -> texts.get("till.paid.gift");
            case EXCHANGE -> texts.get("till.paid.exchange");
            case CARD, HOSTED -> texts.get("till.paid.card");
        };
    }

    private static Money sum(List<Money> amounts, Money like) {
        return amounts.stream().reduce(Money.zero(like.currency()), Money::plus);
    }
}

package io.stoa.shop;

import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.Texts;
import io.stoa.purchasing.Purchasing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is where, how far it is and when one can have it, in sentences. */
@Component
public class StockSentences {

    private static final int FEW = 3;
    private static final int COUNTED = 20;
    private static final int NEAR = 4;
    private static final int DELIVERY_DAYS = 3;
    private static final Duration PICKING = Duration.ofHours(2);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final Inventory inventory;
    private final Locations locations;
    private final Market market;
    private final Purchasing purchasing;
    private final Clock clock;

    StockSentences(Inventory inventory, Locations locations, Market market, Purchasing purchasing, Clock clock) {
        this.inventory = inventory;
        this.locations = locations;
        this.market = market;
        this.purchasing = purchasing;
        this.clock = clock;
    }

    /** All about one article; the visitor's own store comes first, then the nearest, or those that have most where no place is known. */
    StockReport report(Sku sku, @Nullable Coordinates from, @Nullable Location mine, Texts texts) {
        var rows = inventory.availability(List.of(sku)).getOrDefault(sku, List.of());
        var pieces = rows.stream()
                .collect(Collectors.toMap(Availability::location, Availability::available));
        var open = locations.byId().values().stream()
                .filter(place -> place.open() && place.hasStock())
                .toList();
        var lines = open.stream()
                .filter(place -> place.kind() == Location.Kind.STORE)
                .sorted(own(mine).thenComparing(order(from, pieces)))
                .map(store -> line(store, pieces.getOrDefault(store.id(), 0), from, texts))
                .toList();
        var shippable = open.stream()
                .filter(place -> place.offers(Capability.SHIP))
                .mapToInt(place -> pieces.getOrDefault(place.id(), 0))
                .sum();
        var available = pieces.values().stream().mapToInt(Integer::intValue).sum();
        var near = Math.min(NEAR, lines.size());
        return new StockReport(
                sku.value(),
                available,
                shippable == 0 ? undelivered(sku, available, texts) : delivery(shippable, texts),
                lines.subList(0, near),
                lines.subList(near, lines.size()),
                why(rows.stream().mapToInt(Availability::held).sum(), available, shippable, texts));
    }

    /** Why it comes by that day, or not at all. */
    private static List<String> why(int held, int available, int shippable, Texts texts) {
        var why = new ArrayList<String>();
        if (shippable > 0) {
            why.add(texts.count("shop.stock.why.days", DELIVERY_DAYS));
        } else if (available > 0) {
            why.add(texts.get("shop.stock.why.stores"));
        }
        if (available > 0) {
            why.add(texts.count("shop.stock.why.pickup", PICKING.toHours()));
        } else {
            why.add(held > 0 ? texts.count("shop.stock.why.held", held) : texts.get("shop.stock.why.none"));
        }
        return why;
    }

    /** The last day of a delivery ordered now, for example {@code Tuesday, 3 March}. */
    String deliveryDay(Texts texts) {
        return texts.promise(delivered(clock.instant()));
    }

    /** The same of one ordered before; empty when that day is over. */
    Optional<String> deliveryDay(Instant ordered, Texts texts) {
        var today = LocalDate.ofInstant(clock.instant(), market.zone());
        return Optional.of(delivered(ordered)).filter(day -> !day.isBefore(today)).map(texts::promise);
    }

    private LocalDate delivered(Instant ordered) {
        LocalDate day = LocalDate.ofInstant(ordered, market.zone());
        for (int worked = 0; worked < DELIVERY_DAYS; ) {
            day = day.plusDays(1);
            worked += day.getDayOfWeek() == DayOfWeek.SUNDAY || day.getDayOfWeek() == DayOfWeek.SATURDAY ? 0 : 1;
        }
        return day;
    }

    /** From when goods ordered before can be collected there, for example {@code today from 12:00}; empty when that is over. */
    Optional<String> collection(Location store, Instant ordered, Texts texts) {
        var soon = ordered.plus(PICKING);
        var ready = store.isOpen(ordered) && store.isOpen(soon)
                ? Optional.of(soon)
                : store.nextOpening(soon).map(opening -> opening.plus(PICKING));
        return ready.filter(clock.instant()::isBefore).map(moment -> from("shop.step.from", moment, store, texts));
    }

    /** When goods ordered now can be collected there; empty where nothing is handed out. */
    public Optional<String> pickup(Location store, Texts texts) {
        if (!store.offers(Capability.PICKUP)) {
            return Optional.empty();
        }
        var now = clock.instant();
        if (store.isOpen(now) && store.isOpen(now.plus(PICKING))) {
            return Optional.of(texts.count("shop.stock.soon", PICKING.toHours()));
        }
        return store.nextOpening(now.plus(PICKING)).map(opening -> from("shop.stock.later", opening.plus(PICKING), store, texts));
    }

    /** A day and minute as one says it: {@code tomorrow, 10:00}. */
    String day(Instant moment, Location store, Texts texts) {
        return texts.get("shop.day", dayWord(moment, store, texts), time(moment, store, texts));
    }

    /** To the next quarter of an hour: nobody picks to the minute. */
    private String from(String key, Instant exact, Location store, Texts texts) {
        long quarter = QUARTER.toSeconds();
        var moment = Instant.ofEpochSecond(Math.ceilDiv(exact.getEpochSecond(), quarter) * quarter);
        return texts.get(key, dayWord(moment, store, texts), time(moment, store, texts));
    }

    private String dayWord(Instant moment, Location store, Texts texts) {
        var today = LocalDate.ofInstant(clock.instant(), store.zone());
        var day = LocalDate.ofInstant(moment, store.zone());
        var days = ChronoUnit.DAYS.between(today, day);
        if (days > 1) {
            return texts.promise(day);
        }
        return texts.get(days == 0 ? "shop.today" : "shop.tomorrow");
    }

    /** By the store's clock, whose zone is named where it shows another time than the web's. */
    private String time(Instant moment, Location store, Texts texts) {
        var there = store.zone().getRules().getOffset(moment);
        var time = texts.time(LocalTime.from(moment.atZone(store.zone())));
        return there.equals(market.zone().getRules().getOffset(moment)) ? time : texts.inZone(time, moment, store.zone());
    }

    private static Comparator<Location> own(@Nullable Location mine) {
        return Comparator.comparing(place -> mine == null || !place.id().equals(mine.id()));
    }

    private static Comparator<Location> order(@Nullable Coordinates from, Map<LocationId, Integer> pieces) {
        Comparator<Location> most = Comparator.comparing(place -> -pieces.getOrDefault(place.id(), 0));
        return from == null ? most.thenComparing(Location::name) : Visits.nearest(from);
    }

    private StockReport.Line line(Location store, int pieces, @Nullable Coordinates from, Texts texts) {
        var found = pieces > COUNTED
                ? texts.get("shop.stock.many", store.name())
                : texts.count("shop.stock.in", pieces, store.name());
        var promise = pieces == 0 ? null : pickup(store, texts).orElseGet(() -> texts.get("shop.stock.nopickup"));
        return new StockReport.Line(amount(pieces), found, promise, Visits.distance(store, from, texts));
    }

    private StockReport.Line delivery(int shippable, Texts texts) {
        return new StockReport.Line(
                amount(shippable),
                texts.get("shop.stock.deliver"),
                texts.get("shop.stock.deliver.by", deliveryDay(texts)),
                null);
    }

    /** When more is awaited, where it is sold out and a supplier was asked. */
    private StockReport.Line undelivered(Sku sku, int available, Texts texts) {
        var expected = available > 0
                ? Optional.<LocalDate>empty()
                : purchasing.expected(sku, LocalDate.ofInstant(clock.instant(), market.zone()));
        return new StockReport.Line(
                StockReport.Amount.NONE,
                texts.get("shop.stock.deliver.none"),
                expected.map(day -> texts.get("shop.stock.expected", texts.promise(day))).orElse(null),
                null);
    }

    private static StockReport.Amount amount(int pieces) {
        if (pieces == 0) {
            return StockReport.Amount.NONE;
        }
        return pieces <= FEW ? StockReport.Amount.FEW : StockReport.Amount.MANY;
    }
}

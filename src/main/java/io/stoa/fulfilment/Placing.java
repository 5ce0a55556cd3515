package io.stoa.fulfilment;

import io.stoa.catalog.Catalog;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.locations.Locations;
import io.stoa.routing.Part;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes shipments, many with a few statements, and the codes of those that are collected. */
@Component
class Placing {

    /** From the moment at which the place is open. */
    private static final Duration READY_WITHIN = Duration.ofHours(2);

    private static final Duration GONE_WITHIN = Duration.ofHours(24);

    private final ShipmentTable shipments;
    private final ShipmentViews views;
    private final CodeTable codes;
    private final Catalog catalog;
    private final Locations locations;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;

    /** What a place shall do for an order, and the event that says so. */
    record Wanted(long cause, OrderId order, @Nullable CustomerId customer, Part part, ShipmentKind kind) {

        static List<Wanted> of(Event event, OrderId order, List<Part> parts, ShipmentKind kind) {
            var whose = event.customer();
            var customer = whose == null ? null : new CustomerId(whose);
            return parts.stream()
                    .map(part -> new Wanted(event.seq(), order, customer, part, kind))
                    .toList();
        }
    }

    Placing(
            ShipmentTable shipments,
            ShipmentViews views,
            CodeTable codes,
            Catalog catalog,
            Locations locations,
            EventLog log,
            Ids ids,
            Clock clock) {
        this.shipments = shipments;
        this.views = views;
        this.codes = codes;
        this.catalog = catalog;
        this.locations = locations;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's transaction. What was placed for the same event before is left as it is. */
    void place(List<Wanted> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var titles = titles(wanted);
        var fresh = wanted.stream()
                .map(one -> new NewShipment(
                        new ShipmentId(ids.next()),
                        one.cause(),
                        one.order(),
                        one.customer(),
                        one.part(),
                        one.kind(),
                        titles,
                        due(one.part().location(), one.kind(), now)))
                .toList();
        tell(shipments.insert(fresh, now));
    }

    private void tell(Set<Long> placed) {
        if (placed.isEmpty()) {
            return;
        }
        var stored = views.byIds(placed.stream().map(ShipmentId::new).toList()).reversed();
        var secrets = new HashMap<ShipmentId, String>();
        stored.stream()
                .filter(shipment -> shipment.kind() == ShipmentKind.COLLECT)
                .forEach(shipment -> secrets.put(shipment.id(), HandOverCode.next()));
        if (!secrets.isEmpty()) {
            codes.insert(secrets);
        }
        log.append(stored.stream()
                .map(shipment -> ShipmentChanged.event(shipment, shipment.rest().lines(), null, Touchpoint.SYSTEM))
                .toList());
    }

    private Map<Sku, String> titles(List<Wanted> wanted) {
        var skus = wanted.stream()
                .flatMap(one -> one.part().lines().stream())
                .map(Part.Piece::sku)
                .collect(Collectors.toSet());
        var titles = new HashMap<Sku, String>();
        catalog.items(skus).forEach((sku, item) -> titles.put(sku, item.title()));
        return titles;
    }

    private Instant due(LocationId at, ShipmentKind kind, Instant now) {
        var begins = locations.find(at).flatMap(place -> place.nextOpening(now)).orElse(now);
        return begins.plus(kind == ShipmentKind.COLLECT ? READY_WITHIN : GONE_WITHIN);
    }
}

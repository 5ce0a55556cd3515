package io.stoa.register.picking;

import io.stoa.bins.Bin;
import io.stoa.bins.BinChanged;
import io.stoa.bins.Bins;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.page.Texts;
import io.stoa.register.picking.PickList.Order;
import io.stoa.register.picking.PickList.Row;
import io.stoa.register.picking.PickList.Zone;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One walk through a store for many orders. */
@Component
class Picking {

    /** So many orders go into one walk. */
    static final int WALK = 10;

    private static final int SHOWN = 100;

    private final Fulfilment fulfilment;
    private final Bins bins;

    Picking(Fulfilment fulfilment, Bins bins) {
        this.fulfilment = fulfilment;
        this.bins = bins;
    }

    /** So many pieces of an article, in the words of one order. */
    private record Piece(Sku sku, String title, int pieces, String order) {}

    PickList at(Location store, Texts texts) {
        var begun = in(store, ShipmentState.PICKING);
        var pieces = begun.stream()
                .flatMap(shipment -> shipment.lines().stream()
                        .filter(line -> line.open() > 0)
                        .map(line -> new Piece(line.sku(), line.title(), line.open(), shipment.order().toString())))
                .collect(Collectors.groupingBy(Piece::sku, LinkedHashMap::new, Collectors.toList()));
        var places = bins.at(store.id(), pieces.keySet());
        return new PickList(
                zones(pieces, places, texts),
                begun.stream().map(Picking::order).toList(),
                pieces.values().stream().flatMap(List::stream).mapToInt(Piece::pieces).sum(),
                (int) waiting(store).count(),
                topics(store, pieces.keySet().stream().toList()));
    }

    /** The next orders that are due are accepted, where nobody did, and picked; those that somebody else began are left to them. */
    int begin(Location store, Touchpoint touchpoint) {
        int begun = 0;
        for (var shipment : waiting(store).limit(WALK).toList()) {
            if (shipment.state() == ShipmentState.PLACED) {
                var _ = fulfilment.accept(shipment.id(), touchpoint);
            }
            begun += fulfilment.pick(shipment.id(), touchpoint) instanceof ShipmentOutcome.Done ? 1 : 0;
        }
        return begun;
    }

    private Stream<Shipment> waiting(Location store) {
        return Stream.of(ShipmentState.ACCEPTED, ShipmentState.PLACED)
                .flatMap(state -> in(store, state).stream())
                .sorted(Comparator.comparing(Shipment::dueAt).thenComparing(shipment -> shipment.id().value()));
    }

    private List<Shipment> in(Location store, ShipmentState state) {
        return fulfilment.work(store.id(), state, SHOWN, null).items();
    }

    /** By bin; the zones in the order of their first. */
    private static List<Zone> zones(Map<Sku, List<Piece>> pieces, Map<Sku, Bin> places, Texts texts) {
        var known = new LinkedHashMap<String, List<Row>>();
        places.entrySet().stream()
                .sorted(Map.Entry.<Sku, Bin>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(place -> known.computeIfAbsent(place.getValue().zone(), zone -> new ArrayList<>())
                        .add(row(place.getKey(), Objects.requireNonNull(pieces.get(place.getKey())), place.getValue(), texts)));
        var zones = new ArrayList<Zone>();
        known.forEach((zone, rows) -> zones.add(new Zone(zone, List.copyOf(rows))));
        var nowhere = pieces.entrySet().stream()
                .filter(some -> !places.containsKey(some.getKey()))
                .map(some -> row(some.getKey(), some.getValue(), null, texts))
                .sorted(Comparator.comparing(Row::title))
                .toList();
        if (!nowhere.isEmpty()) {
            zones.add(new Zone("", nowhere));
        }
        return zones;
    }

    private static Row row(Sku sku, List<Piece> pieces, @Nullable Bin bin, Texts texts) {
        var orders = pieces.stream()
                .map(piece -> pieces.size() == 1 ? piece.order() : texts.get("picking.share", piece.order(), piece.pieces()))
                .collect(Collectors.joining(", "));
        return new Row(
                sku.value(),
                pieces.getFirst().title(),
                bin == null ? "" : bin.label(),
                pieces.stream().mapToInt(Piece::pieces).sum(),
                orders);
    }

    private static Order order(Shipment shipment) {
        return new Order(shipment.order().toString(), shipment.id().toString(), shipment.kind() == ShipmentKind.COLLECT);
    }

    private static String topics(Location store, List<Sku> skus) {
        return Stream.concat(Stream.of("work:" + store.id()), skus.stream().map(sku -> BinChanged.topic(sku, store.id())))
                .collect(Collectors.joining(" "));
    }
}

package io.stoa.inventory;

import static io.stoa.inventory.MovementKind.EXPECTED;
import static io.stoa.inventory.MovementKind.MISSED;
import static io.stoa.inventory.MovementKind.RECEIVED;
import static io.stoa.inventory.MovementKind.TRANSFERRED_IN;
import static io.stoa.inventory.MovementKind.TRANSFERRED_OUT;

import io.stoa.inventory.MovementTable.Effect;
import io.stoa.inventory.StockTable.Place;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goods that move from one location to another: sent, in transit, received. Only what nobody was promised can leave, and
 * what is on the way can be promised at neither place. What arrives is counted; what does not is written off by name.
 */
@Component
public class Transfers {

    private final Inventory inventory;
    private final StockTable stock;
    private final TransferTable table;
    private final Locations locations;
    private final Ids ids;

    Transfers(Inventory inventory, StockTable stock, TransferTable table, Locations locations, Ids ids) {
        this.inventory = inventory;
        this.stock = stock;
        this.table = table;
        this.locations = locations;
        this.ids = ids;
    }

    /** Sends all of it or nothing. Safety stock may leave: it guards against miscounts, and whoever sends has the goods in hand. */
    @Transactional
    public TransferOutcome send(NewTransfer wish, Touchpoint touchpoint) {
        if (table.byKey(wish.key()).isEmpty()) {
            for (var place : List.of(wish.from(), wish.to())) {
                if (locations.find(place).filter(Location::hasStock).isEmpty()) {
                    return new TransferOutcome.NoSuchPlace(place);
                }
            }
        }
        var rows = lock(wish.from(), wish.to(), wish.goods().keySet());
        var known = table.byKey(wish.key());
        if (known.isPresent()) {
            return again(known.get(), wish);
        }
        var tooFew = tooFew(rows, wish);
        if (tooFew.isPresent()) {
            return tooFew.get();
        }
        var id = new TransferId(ids.next());
        if (!table.insert(id, wish)) {
            return again(table.byKey(wish.key()).orElseThrow(), wish);
        }
        inventory.record(wish.goods().entrySet().stream().flatMap(some -> departure(id, wish, some)).toList(), touchpoint);
        return new TransferOutcome.Done(table.find(id).orElseThrow(), false);
    }

    /**
     * Counts in what arrived, by SKU, 0 pieces or more; an empty count means that everything did. Pieces that are missing
     * leave the transit as {@link MovementKind#MISSED}, pieces too many come in as {@link MovementKind#RECEIVED}.
     */
    @Transactional
    public TransferOutcome receive(TransferId id, Map<Sku, Integer> arrived, Touchpoint touchpoint) {
        var found = table.find(id);
        if (found.isEmpty()) {
            return new TransferOutcome.NoSuchTransfer();
        }
        var sent = found.get();
        var counted = new TreeMap<Sku, Integer>();
        sent.lines().forEach(line -> counted.put(line.sku(), line.sent()));
        if (!arrived.isEmpty() && !arrived.keySet().equals(counted.keySet())) {
            return new TransferOutcome.OtherGoods(List.copyOf(counted.keySet()));
        }
        counted.putAll(arrived);
        var _ = lock(sent.to(), sent.to(), counted.keySet());
        if (!table.receive(id, counted)) {
            var there = table.find(id).orElseThrow();
            boolean same = there.lines().stream().allMatch(line -> Objects.equals(line.received(), counted.get(line.sku())));
            return same ? new TransferOutcome.Done(there, true) : new TransferOutcome.ReceivedAlready();
        }
        inventory.record(
                sent.lines().stream()
                        .flatMap(line -> arrival(sent, line, counted.getOrDefault(line.sku(), 0)))
                        .toList(),
                touchpoint);
        return new TransferOutcome.Done(table.find(id).orElseThrow(), false);
    }

    public Optional<Transfer> find(TransferId id) {
        return table.find(id);
    }

    /** The newest first, to one location or to all, in one state or in all. */
    public Page<Transfer> list(@Nullable LocationId to, Transfer.@Nullable State state, @Nullable TransferId after, int size) {
        int limit = Page.clamp(size);
        var rows = table.list(to, state, after == null ? Long.MAX_VALUE : after.value(), limit + 1);
        return Page.of(rows, limit, transfer -> transfer.id().toString());
    }

    /** The rows at both places exist and are locked, in the one order in which everybody locks them. */
    private List<Availability> lock(LocationId from, LocationId to, Collection<Sku> skus) {
        var places = skus.stream().flatMap(sku -> Stream.of(new Place(sku, from), new Place(sku, to))).toList();
        stock.ensure(places);
        return stock.lockRows(places);
    }

    private static TransferOutcome again(Transfer known, NewTransfer wish) {
        var goods = new TreeMap<Sku, Quantity>();
        known.lines().forEach(line -> goods.put(line.sku(), Quantity.of(line.sent())));
        boolean same = known.from().equals(wish.from()) && known.to().equals(wish.to()) && goods.equals(wish.goods());
        return same ? new TransferOutcome.Done(known, true) : new TransferOutcome.KeyReused();
    }

    private static Optional<TransferOutcome> tooFew(List<Availability> rows, NewTransfer wish) {
        return rows.stream()
                .filter(row -> row.location().equals(wish.from()))
                .filter(row -> unpromised(row) < wish.pieces(row.sku()))
                .<TransferOutcome>map(row -> new TransferOutcome.TooFew(row.sku(), unpromised(row)))
                .findFirst();
    }

    private static int unpromised(Availability row) {
        return Math.max(0, row.onHand() - row.held() - row.allocated());
    }

    private static Stream<Effect> departure(TransferId id, NewTransfer wish, Map.Entry<Sku, Quantity> some) {
        int pieces = some.getValue().units();
        var out = movement(id, some.getKey(), wish.from(), TRANSFERRED_OUT, pieces);
        var expected = movement(id, some.getKey(), wish.to(), EXPECTED, pieces);
        return Stream.of(new Effect(out, -pieces, 0, 0), new Effect(expected, 0, 0, pieces));
    }

    private static Stream<Effect> arrival(Transfer sent, Transfer.Line line, int arrived) {
        int matched = Math.min(arrived, line.sent());
        return Stream.of(
                        arrival(sent, line, TRANSFERRED_IN, matched, matched, -matched),
                        arrival(sent, line, MISSED, line.sent() - matched, 0, matched - line.sent()),
                        arrival(sent, line, RECEIVED, arrived - matched, arrived - matched, 0))
                .flatMap(Optional::stream);
    }

    private static Optional<Effect> arrival(
            Transfer sent, Transfer.Line line, MovementKind kind, int pieces, int onHand, int inTransit) {
        return pieces == 0
                ? Optional.empty()
                : Optional.of(new Effect(movement(sent.id(), line.sku(), sent.to(), kind, pieces), onHand, 0, inTransit));
    }

    private static Movement movement(TransferId id, Sku sku, LocationId at, MovementKind kind, int pieces) {
        return new Movement("transfer:%s:%s:%s".formatted(id, kind, sku), sku, at, kind, pieces, "transfer " + id);
    }
}

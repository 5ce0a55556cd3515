package io.stoa.inventory;

import io.stoa.events.EventLog;
import io.stoa.inventory.MovementTable.Effect;
import io.stoa.inventory.SaleOutcome.NotPromised;
import io.stoa.inventory.SaleOutcome.NotThere;
import io.stoa.inventory.SaleOutcome.Sold;
import io.stoa.inventory.StockTable.Place;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Pieces that leave with customers: what was allocated to an owner becomes sold. In the caller's transaction. */
@Component
class Selling {

    private final StockTable stock;
    private final HoldTable holds;
    private final MovementTable movements;
    private final EventLog log;

    Selling(StockTable stock, HoldTable holds, MovementTable movements, EventLog log) {
        this.stock = stock;
        this.holds = holds;
        this.movements = movements;
        this.log = log;
    }

    SaleOutcome sell(String id, long owner, List<Demand> demands, Touchpoint touchpoint) {
        if (isKnown(id, demands)) {
            return new Sold();
        }
        var missing = missing(demands);
        if (missing.isPresent()) {
            return missing.get();
        }
        var lowered = holds.lower(owner, demands, "SOLD");
        if (lowered.size() != demands.size()) {
            return new NotPromised();
        }
        movements.insert(demands.stream().map(demand -> effect(id, demand)).toList());
        leave(lowered, touchpoint);
        return new Sold();
    }

    /** What a count or damage has left too little of, looked at under the rows' locks. */
    private Optional<NotThere> missing(List<Demand> demands) {
        var wanted = new TreeMap<Place, Integer>();
        demands.forEach(d -> wanted.merge(new Place(d.sku(), d.location()), d.quantity().units(), Math::addExact));
        return stock.lockRows(wanted.keySet()).stream()
                .filter(row -> row.onHand() < wanted.getOrDefault(new Place(row.sku(), row.location()), 0))
                .findFirst()
                .map(row -> new NotThere(row.sku(), row.location(), row.onHand()));
    }

    boolean isKnown(String id, List<Demand> demands) {
        return !movements
                .known(demands.stream().map(demand -> sale(id, demand).id()).toList())
                .isEmpty();
    }

    void sellAll(Collection<Long> owners, Touchpoint touchpoint) {
        if (owners.isEmpty()) {
            return;
        }
        var sold = holds.move(owners, "ALLOCATED", "SOLD");
        movements.insert(sold.stream().map(row -> effect("till-" + row.owner(), row.demand())).toList());
        leave(sold, touchpoint);
    }

    private void leave(List<HoldTable.Row> sold, Touchpoint touchpoint) {
        log.append(StockChanged.events(stock.sellAllocated(Promises.sums(sold)), touchpoint));
    }

    private static Effect effect(String id, Demand demand) {
        var sale = sale(id, demand);
        return new Effect(sale, sale.onHand(), 0, 0);
    }

    private static Movement sale(String id, Demand demand) {
        return new Movement(
                "sold:%s:%d:%s".formatted(id, demand.line(), demand.location()),
                demand.sku(),
                demand.location(),
                MovementKind.SOLD,
                demand.quantity().units(),
                id);
    }
}

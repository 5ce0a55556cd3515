package io.stoa.inventory;

import io.stoa.inventory.Admission.Held;
import io.stoa.inventory.Admission.TooFew;
import io.stoa.inventory.StockTable.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who gets what when many ask at once and there is not enough for all: first come, first served, all or nothing, so that a
 * request that fails takes nothing from the next. A pure function over rows that the caller has locked.
 */
final class Promises {

    private final Map<Place, Integer> left = new HashMap<>();
    private final SortedMap<Place, Integer> taken = new TreeMap<>();

    Promises(List<Availability> locked) {
        locked.forEach(row -> left.put(new Place(row.sku(), row.location()), row.available()));
    }

    List<Admission> admit(List<HoldRequest> requests) {
        return requests.stream().map(this::admit).toList();
    }

    /** What the admitted requests take in all. */
    SortedMap<Place, Integer> taken() {
        return taken;
    }

    private Admission admit(HoldRequest request) {
        var wanted = sum(List.of(request));
        for (var want : wanted.entrySet()) {
            int available = left.getOrDefault(want.getKey(), 0);
            if (available < want.getValue()) {
                return new TooFew(want.getKey().sku(), want.getKey().location(), available);
            }
        }
        wanted.forEach((place, quantity) -> {
            left.merge(place, -quantity, Integer::sum);
            taken.merge(place, quantity, Integer::sum);
        });
        return new Held();
    }

    static SortedMap<Place, Integer> sum(List<HoldRequest> requests) {
        var sums = new TreeMap<Place, Integer>();
        for (var request : requests) {
            for (var demand : request.demands()) {
                sums.merge(
                        new Place(demand.sku(), demand.location()),
                        demand.quantity().units(),
                        Math::addExact);
            }
        }
        return sums;
    }

    /** What these holds count for in the stock rows. */
    static SortedMap<Place, Integer> sums(List<HoldTable.Row> rows) {
        var sums = new TreeMap<Place, Integer>();
        rows.forEach(row -> sums.merge(new Place(row.sku(), row.location()), row.quantity(), Math::addExact));
        return sums;
    }

    static List<HoldRequest> admitted(List<HoldRequest> requests, List<Admission> admissions) {
        var admitted = new ArrayList<HoldRequest>();
        for (int i = 0; i < requests.size(); i++) {
            if (admissions.get(i) instanceof Held) {
                admitted.add(requests.get(i));
            }
        }
        return admitted;
    }
}

package io.stoa.orders;

import io.stoa.inventory.Demand;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reckons with which place gives what: pure functions over the parts of an order. */
final class Parts {

    private Parts() {}

    static List<Part> read(String json) {
        return List.of(Json.read(json, Part[].class));
    }

    static List<Demand> demands(Collection<Part> parts) {
        return parts.stream()
                .flatMap(part -> part.lines().stream()
                        .map(piece -> new Demand(piece.line(), piece.sku(), part.location(), piece.quantity())))
                .toList();
    }

    static List<Piece> pieces(Collection<Part> parts) {
        return parts.stream().flatMap(part -> part.lines().stream()).toList();
    }

    static List<Part> plus(List<Part> parts, List<Part> more) {
        return sum(parts, more, 1);
    }

    /** Takes pieces away; a place that has nothing left to give is no longer part of it. */
    static List<Part> minus(List<Part> parts, List<Part> less) {
        return sum(parts, less, -1);
    }

    private static List<Part> sum(List<Part> parts, List<Part> change, int sign) {
        var sums = new LinkedHashMap<LocationId, Map<Line, Integer>>();
        add(sums, parts, 1);
        add(sums, change, sign);
        return sums.entrySet().stream()
                .map(place -> new Part(place.getKey(), pieces(place.getValue())))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    /** So many pieces of each line, from the place that comes last first: fewer places are left with something to do. */
    static List<Part> last(List<Part> parts, Map<Integer, Integer> wanted) {
        var left = new HashMap<>(wanted);
        var taken = new ArrayList<Part>();
        for (var part : parts.reversed()) {
            var pieces = new ArrayList<Piece>();
            for (var piece : part.lines()) {
                int here = Math.min(piece.quantity().units(), left.getOrDefault(piece.line(), 0));
                if (here > 0) {
                    pieces.add(new Piece(piece.line(), piece.sku(), Quantity.of(here)));
                    left.merge(piece.line(), -here, Integer::sum);
                }
            }
            if (!pieces.isEmpty()) {
                taken.add(new Part(part.location(), pieces));
            }
        }
        return taken;
    }

    /** A line of the order, in the order of its number. */
    private record Line(int number, Sku sku) {}

    private static void add(Map<LocationId, Map<Line, Integer>> sums, List<Part> parts, int sign) {
        for (var part : parts) {
            var lines = sums.computeIfAbsent(part.location(), location -> new LinkedHashMap<>());
            part.lines().forEach(piece -> lines.merge(
                    new Line(piece.line(), piece.sku()), sign * piece.quantity().units(), Integer::sum));
        }
    }

    private static List<Piece> pieces(Map<Line, Integer> lines) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue() > 0)
                .map(line -> new Piece(line.getKey().number(), line.getKey().sku(), Quantity.of(line.getValue())))
                .toList();
    }
}

package io.stoa.orders;

import io.stoa.inventory.Demand;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.routing.Route.Leaving;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
        var sums = new LinkedHashMap<Part, Map<Line, Integer>>();
        add(sums, parts);
        add(sums, more);
        return sums.entrySet().stream()
                .map(place -> place.getKey().with(pieces(place.getValue())))
                .toList();
    }

    /**
     * Takes pieces away; a place that has nothing left to give is no longer part of it. Pieces are known by place and line: a
     * line leaves in one way only, so they need not say theirs.
     */
    static List<Part> minus(List<Part> parts, List<Part> less) {
        var gone = new HashMap<Share, Integer>();
        less.forEach(part -> part.lines()
                .forEach(piece -> gone.merge(Share.of(part, piece), piece.quantity().units(), Integer::sum)));
        return parts.stream()
                .map(part -> part.with(part.lines().stream()
                        .flatMap(piece -> left(piece, gone.getOrDefault(Share.of(part, piece), 0)).stream())
                        .toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    private static Optional<Piece> left(Piece piece, int gone) {
        int left = piece.quantity().units() - gone;
        return left > 0 ? Optional.of(new Piece(piece.line(), piece.sku(), Quantity.of(left))) : Optional.empty();
    }

    /** How what a place was to give leaves; null when no part says. */
    static @Nullable Leaving leaving(List<Part> parts, Part some) {
        var shares = some.lines().stream().map(piece -> Share.of(some, piece)).collect(Collectors.toSet());
        return parts.stream()
                .filter(part -> part.lines().stream().anyMatch(piece -> shares.contains(Share.of(part, piece))))
                .map(Part::leaving)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
                taken.add(part.with(pieces));
            }
        }
        return taken;
    }

    /** A line of the order, in the order of its number. */
    private record Line(int number, Sku sku) {}

    /** What one place gives of one line. */
    private record Share(LocationId place, int line) {
        static Share of(Part part, Piece piece) {
            return new Share(part.location(), piece.line());
        }
    }

    /** By place and way. */
    private static void add(Map<Part, Map<Line, Integer>> sums, List<Part> parts) {
        for (var part : parts) {
            var lines = sums.computeIfAbsent(part.with(List.of()), place -> new LinkedHashMap<>());
            part.lines().forEach(piece -> lines.merge(
                    new Line(piece.line(), piece.sku()), piece.quantity().units(), Integer::sum));
        }
    }

    private static List<Piece> pieces(Map<Line, Integer> lines) {
        return lines.entrySet().stream()
                .map(line -> new Piece(line.getKey().number(), line.getKey().sku(), Quantity.of(line.getValue())))
                .toList();
    }
}

package io.stoa.routing;

import io.stoa.locations.Location;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Quantity;
import java.util.ArrayList;
import java.util.List;

/** A set of places that together have everything; earlier places give as much as they have. */
record Cover(List<Candidate> places) {

    long number(Location.Kind kind) {
        return places.stream().filter(place -> place.location().kind() == kind).count();
    }

    static boolean isComplete(List<Candidate> places, Route route, StockView stock) {
        return route.lines().stream()
                .allMatch(line -> places.stream()
                                .mapToInt(place -> Math.max(0, stock.at(line.sku(), place.id())))
                                .sum()
                        >= line.quantity().units());
    }

    /** Who gives what. A place that is left with nothing to give is not part of it. */
    List<Part> parts(Route route, StockView stock) {
        var open = new int[route.lines().size()];
        for (int i = 0; i < open.length; i++) {
            open[i] = route.lines().get(i).quantity().units();
        }
        var parts = new ArrayList<Part>();
        for (var place : places) {
            var pieces = give(place, route, stock, open);
            if (!pieces.isEmpty()) {
                parts.add(new Part(place.id(), pieces));
            }
        }
        return parts;
    }

    private static List<Piece> give(Candidate place, Route route, StockView stock, int[] open) {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < open.length; i++) {
            var line = route.lines().get(i);
            int given = Math.min(open[i], Math.max(0, stock.at(line.sku(), place.id())));
            if (given > 0) {
                open[i] -= given;
                pieces.add(new Piece(line.number(), line.sku(), Quantity.of(given)));
            }
        }
        return pieces;
    }
}

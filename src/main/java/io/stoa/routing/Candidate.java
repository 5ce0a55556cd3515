package io.stoa.routing;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.shared.LocationId;
import org.jspecify.annotations.Nullable;

/** A place that may serve a route: how far it is, how much of the demand it has, and how much would be left there. */
record Candidate(Location location, double kilometres, int has, long left) {

    /** Of a place or a destination without coordinates nobody knows how far it is. */
    static final double UNKNOWN = Double.MAX_VALUE;

    static Candidate of(Location location, Route route, StockView stock) {
        int has = 0;
        long left = 0;
        for (var line : route.lines()) {
            int there = Math.max(0, stock.at(line.sku(), location.id()));
            has += Math.min(there, line.quantity().units());
            left += there - Math.min(there, line.quantity().units());
        }
        return new Candidate(location, distance(location.coordinates(), route.destination()), has, left);
    }

    LocationId id() {
        return location.id();
    }

    boolean isDistanceKnown() {
        return kilometres != UNKNOWN;
    }

    private static double distance(@Nullable Coordinates from, @Nullable Coordinates to) {
        return from == null || to == null ? UNKNOWN : from.kilometresTo(to);
    }
}

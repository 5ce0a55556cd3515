package io.stoa.office;

import io.stoa.page.Spark;
import io.stoa.replay.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the live board shows, in the visitor's language already. {@code replay} is null outside the demo. */
public record Board(
        String since,
        long orders,
        long lastMinute,
        List<Door> doors,
        MapOfPlaces map,
        List<Place> places,
        List<Sentence> told,
        String p50,
        String p99,
        int measured,
        boolean fast,
        Check check,
        @Nullable Standing replay) {

    /** Orders through one door; the spark is the last ten minutes. */
    public record Door(String id, String name, long total, long lastMinute, Spark spark) {}

    /** A place that keeps goods: what it can promise, the share of the most it could, and how many SKUs ran out. */
    public record Place(String id, String name, long available, double fill, int sold, int rows, String tone) {}

    /** The reconciler's word: how many rows it compared and how many were wrong. */
    public record Check(long compared, int wrong, String at) {}
}

package io.stoa.shop.places;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.page.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stores as dots on a plain ground, drawn so that all are seen: north is up, and a step to the east is as long as one to
 * the north (equirectangular around the middle). Numbers are those of the list; what would lie on one another is moved apart.
 */
public record Chart(int width, int height, List<Dot> dots, @Nullable Dot visitor, Scale scale) {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int EDGE = 28;
    private static final int DOTS_MAX = 40;
    private static final int GAP = 34;
    private static final int ROUNDS = 50;
    private static final int SCALE_MAX = 160;
    private static final double KILOMETRES_PER_DEGREE = 111.2;

    /** Fewer degrees than this would make a street look like a country. */
    private static final double SPAN_MIN = 0.05;

    public Chart {
        dots = List.copyOf(dots);
    }

    /** A line on the chart and how long it is in the world: one, two or five of a power of ten of the reader's unit. */
    public record Scale(int length, String distance) {

        static Scale of(double kilometresPerUnit, Texts texts) {
            double longest = SCALE_MAX * kilometresPerUnit / texts.roadUnit();
            double ten = Math.pow(10, Math.floor(Math.log10(longest)));
            double round = ten * (longest >= 5 * ten ? 5 : longest >= 2 * ten ? 2 : 1);
            double kilometres = round * texts.roadUnit();
            return new Scale((int) Math.round(kilometres / kilometresPerUnit), texts.distance(kilometres));
        }
    }

    /** Where the name of a dot stands, if there is room for it. */
    public enum Side {
        AFTER,
        BEFORE,
        NONE
    }

    /** In units of the chart. */
    public record Dot(int x, int y, int number, String name, boolean mine, Side side) {

        Dot named(Side other) {
            return new Dot(x, y, number, name, mine, other);
        }

        /** Never over the edge. */
        Dot moved(double east, double south) {
            int toX = (int) Math.round(Math.clamp(x + east, GAP / 2.0, WIDTH - GAP / 2.0));
            int toY = (int) Math.round(Math.clamp(y + south, GAP / 2.0, HEIGHT - GAP / 2.0));
            return new Dot(toX, toY, number, name, mine, side);
        }
    }

    /** Nothing to draw where fewer than two places are known. */
    static @Nullable Chart of(List<Location> stores, @Nullable Coordinates visitor, @Nullable Location mine, Texts texts) {
        var shown = IntStream.range(0, Math.min(DOTS_MAX, stores.size()))
                .filter(i -> stores.get(i).coordinates() != null)
                .boxed()
                .toList();
        var points = new ArrayList<>(shown.stream().map(i -> Objects.requireNonNull(stores.get(i).coordinates())).toList());
        if (visitor != null) {
            points.add(visitor);
        }
        if (points.size() < 2) {
            return null;
        }
        var ground = Ground.of(points);
        var dots = new ArrayList<>(shown.stream()
                .map(i -> dot(ground, Objects.requireNonNull(stores.get(i).coordinates()), i + 1, stores.get(i), mine))
                .toList());
        if (visitor != null) {
            dots.add(new Dot(ground.x(visitor), ground.y(visitor), 0, "", false, Side.NONE));
        }
        var all = Labels.written(apart(dots), WIDTH);
        var scale = Scale.of(KILOMETRES_PER_DEGREE / ground.scale(), texts);
        return new Chart(WIDTH, HEIGHT, all.subList(0, shown.size()), visitor == null ? null : all.getLast(), scale);
    }

    /** Until every number can be read: two dots that are too near go half of what is missing each. */
    private static List<Dot> apart(List<Dot> dots) {
        var moved = new ArrayList<>(dots);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < moved.size(); i++) {
                for (int j = i + 1; j < moved.size(); j++) {
                    var one = moved.get(i);
                    var other = moved.get(j);
                    double far = Math.hypot(other.x() - one.x(), other.y() - one.y());
                    if (far < GAP) {
                        double east = far == 0 ? 1 : (other.x() - one.x()) / far;
                        double south = far == 0 ? 0 : (other.y() - one.y()) / far;
                        double half = (GAP - far) / 2 + 0.5;
                        moved.set(i, one.moved(-east * half, -south * half));
                        moved.set(j, other.moved(east * half, south * half));
                    }
                }
            }
        }
        return moved;
    }

    private static Dot dot(Ground ground, Coordinates at, int number, Location store, @Nullable Location mine) {
        boolean own = mine != null && mine.id().equals(store.id());
        return new Dot(ground.x(at), ground.y(at), number, store.name(), own, Side.NONE);
    }

    /** From degrees to units; the same scale both ways. */
    private record Ground(double west, double north, double squeeze, double scale, double left, double top) {

        static Ground of(List<Coordinates> points) {
            double west = min(points.stream().map(Coordinates::longitude));
            double east = -min(points.stream().map(point -> -point.longitude()));
            double south = min(points.stream().map(Coordinates::latitude));
            double north = -min(points.stream().map(point -> -point.latitude()));
            double squeeze = Math.max(0.1, Math.cos(Math.toRadians((south + north) / 2)));
            double across = Math.max(SPAN_MIN, (east - west) * squeeze);
            double up = Math.max(SPAN_MIN, north - south);
            double scale = Math.min((WIDTH - 2 * EDGE) / across, (HEIGHT - 2 * EDGE) / up);
            double left = (WIDTH - (east - west) * squeeze * scale) / 2;
            double top = (HEIGHT - (north - south) * scale) / 2;
            return new Ground(west, north, squeeze, scale, left, top);
        }

        int x(Coordinates point) {
            return (int) Math.round(left + (point.longitude() - west) * squeeze * scale);
        }

        int y(Coordinates point) {
            return (int) Math.round(top + (north - point.latitude()) * scale);
        }

        private static double min(Stream<Double> numbers) {
            return numbers.min(Double::compare).orElseThrow();
        }
    }
}

package io.stoa.office;

import io.stoa.locations.Coordinates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Places as dots on a plain grid of degrees (equirectangular), cut to where the places are. Names are written where they fit
 * without touching one another; every dot has its name as a title.
 */
public record MapOfPlaces(String viewBox, List<Double> meridians, List<Double> parallels, Frame frame, List<Dot> dots) {

    private static final double MARGIN = 8;
    private static final double LETTER = 0.55;
    private static final double GRID = 15;

    /** Left, top, width and height in degrees. */
    public record Frame(double x, double y, double width, double height) {
        /** The size of letters on this map, in degrees. */
        public double letters() {
            return Math.max(width, height * 2) / 62;
        }
    }

    /** A place: its centre, the radius of the most it had and of what is left, and where its name starts. */
    public record Dot(String name, String about, String href, double x, double y, double radius, double full, String tone,
            boolean named, boolean left) {}

    /** A place to be drawn: {@code size} is its share of the largest place, {@code fill} what is left of it, both 0 to 1. */
    public record Place(String name, String about, String href, Coordinates at, double size, double fill, String tone) {}

    static MapOfPlaces of(List<Place> places) {
        var frame = frame(places);
        var dots = new ArrayList<Dot>();
        var taken = new ArrayList<double[]>();
        var largestFirst = places.stream().sorted(Comparator.comparingDouble(Place::size).reversed()).toList();
        largestFirst.forEach(place -> taken.add(box(x(place), y(place), frame.letters(), frame.letters())));
        for (var place : largestFirst) {
            dots.add(dot(place, frame, taken));
        }
        return new MapOfPlaces(
                String.format(Locale.ROOT, "%.1f %.1f %.1f %.1f", frame.x(), frame.y(), frame.width(), frame.height()),
                lines(frame.x(), frame.width()),
                lines(frame.y(), frame.height()),
                frame,
                List.copyOf(dots));
    }

    private static Dot dot(Place place, Frame frame, List<double[]> taken) {
        double letters = frame.letters();
        double full = letters * (0.45 + 0.75 * Math.sqrt(place.size()));
        double length = place.name().length() * letters * LETTER + letters;
        var right = box(x(place) + full + length / 2, y(place), length, letters);
        var left = box(x(place) - full - length / 2, y(place), length, letters);
        boolean fitsRight = fits(right, frame, taken);
        boolean fitsLeft = !fitsRight && fits(left, frame, taken);
        if (fitsRight || fitsLeft) {
            taken.add(fitsRight ? right : left);
        }
        return new Dot(
                place.name(),
                place.about(),
                place.href(),
                x(place),
                y(place),
                full * Math.sqrt(Math.clamp(place.fill(), 0, 1)),
                full,
                place.tone(),
                fitsRight || fitsLeft,
                fitsLeft);
    }

    private static boolean fits(double[] box, Frame frame, List<double[]> taken) {
        return box[0] > frame.x()
                && box[1] < frame.x() + frame.width()
                && taken.stream()
                        .noneMatch(o -> box[0] < o[1] && o[0] < box[1] && box[2] < o[3] && o[2] < box[3]);
    }

    private static double[] box(double x, double y, double width, double height) {
        return new double[] {x - width / 2, x + width / 2, y - height / 2, y + height / 2};
    }

    private static Frame frame(List<Place> places) {
        double west = places.stream().mapToDouble(MapOfPlaces::x).min().orElse(-180) - MARGIN;
        double east = places.stream().mapToDouble(MapOfPlaces::x).max().orElse(180) + 2 * MARGIN;
        double north = places.stream().mapToDouble(MapOfPlaces::y).min().orElse(-80) - MARGIN;
        double south = places.stream().mapToDouble(MapOfPlaces::y).max().orElse(60) + MARGIN;
        return new Frame(west, north, east - west, south - north);
    }

    private static List<Double> lines(double from, double length) {
        var all = new ArrayList<Double>();
        for (double line = Math.ceil(from / GRID) * GRID; line < from + length; line += GRID) {
            all.add(line);
        }
        return all;
    }

    private static double x(Place place) {
        return place.at().longitude();
    }

    private static double y(Place place) {
        return -place.at().latitude();
    }
}

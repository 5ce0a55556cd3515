package io.stoa.shop.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes names beside dots, to the right where there is room, else to the left, and leaves out what would lie on something else:
 * a name that cannot be read is worse than none, and every number stands in the list.
 */
final class Labels {

    private static final int LETTER = 7;
    private static final int HIGH = 16;
    private static final int REACH = 15;
    private static final int RADIUS = 12;

    private Labels() {}

    private record Box(double left, double top, double right, double bottom) {

        static Box around(Chart.Dot dot) {
            return new Box(dot.x() - RADIUS, dot.y() - RADIUS, dot.x() + RADIUS, dot.y() + RADIUS);
        }

        static Box beside(Chart.Dot dot, boolean before) {
            double wide = dot.name().codePointCount(0, dot.name().length()) * LETTER;
            double left = before ? dot.x() - REACH - wide : dot.x() + REACH;
            return new Box(left, dot.y() - HIGH / 2.0, left + wide, dot.y() + HIGH / 2.0);
        }

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** The same dots, each with the side on which its name stands. */
    static List<Chart.Dot> written(List<Chart.Dot> dots, int width) {
        var taken = new ArrayList<>(dots.stream().map(Box::around).toList());
        return dots.stream().map(dot -> dot.named(side(dot, taken, width))).toList();
    }

    private static Chart.Side side(Chart.Dot dot, List<Box> taken, int width) {
        if (dot.name().isEmpty()) {
            return Chart.Side.NONE;
        }
        return Stream.of(Chart.Side.AFTER, Chart.Side.BEFORE)
                .filter(side -> {
                    var box = Box.beside(dot, side == Chart.Side.BEFORE);
                    boolean free = box.left() >= 0 && box.right() <= width && taken.stream().noneMatch(box::meets);
                    return free && taken.add(box);
                })
                .findFirst()
                .orElse(Chart.Side.NONE);
    }
}

package io.stoa.brand;

import java.util.List;

/**
 * One colour made into those that pages need, by day and by night: for text and buttons, stronger under the pointer, soft as a
 * ground, and for text upon it. Lightness gives way until text can be read (contrast of 4.5, WCAG 2.2 AA); the hue stays.
 */
record Palette(Shades day, Shades night) {

    private static final double CONTRAST_MIN = 4.6;
    private static final double STEP = 0.005;
    private static final double CHROMA_MAX = 0.19;

    /** What the stylesheet lays text on, from the brightest to the darkest: {@code --paper}, {@code --ground}. */
    private static final List<Oklch> DAY = List.of(new Oklch(1, 0, 0), new Oklch(0.952, 0.008, 85));
    private static final List<Oklch> NIGHT = List.of(new Oklch(0.19, 0.008, 75), new Oklch(0.265, 0.01, 75));

    /** How far a colour of the day goes to be stronger, and where its grounds are. */
    private static final double STRONGER = 0.07;
    private static final double SOFT_DAY = 0.955;
    private static final double SOFT_NIGHT = 0.3;
    private static final double SOFT_DAY_CHROMA = 0.018;
    private static final double SOFT_NIGHT_CHROMA = 0.05;
    private static final double ON_DAY = 0.99;
    private static final double ON_NIGHT = 0.2;
    private static final double ON_CHROMA = 0.02;
    /** Darker than this, a colour glows at night no more. */
    private static final double NIGHT_MIN = 0.7;

    /** The colours of one theme. */
    record Shades(Oklch accent, Oklch strong, Oklch soft, Oklch on) {

        /** Whether its text can be read on those grounds, and on its own, and text on it. */
        private boolean isReadable(List<Oklch> grounds) {
            return grounds.stream().allMatch(ground -> accent.contrast(ground) >= CONTRAST_MIN)
                    && accent.contrast(soft) >= CONTRAST_MIN
                    && on.contrast(accent) >= CONTRAST_MIN;
        }
    }

    static Palette of(Colour brand) {
        var colour = brand.oklch().atMost(CHROMA_MAX);
        return new Palette(day(colour), night(colour));
    }

    /** Whether it is the very colour by day, or had to become darker to be read. */
    static boolean keeps(Colour brand) {
        return of(brand).day().accent().lightness() > brand.oklch().lightness() - 2 * STEP;
    }

    private static Shades day(Oklch colour) {
        double light = colour.lightness();
        while (light > STEP && !day(colour, light).isReadable(DAY)) {
            light -= STEP;
        }
        return day(colour, light);
    }

    private static Shades day(Oklch colour, double light) {
        return new Shades(
                colour.at(light),
                colour.at(Math.max(0, light - STRONGER)),
                colour.atMost(SOFT_DAY_CHROMA).at(SOFT_DAY),
                colour.atMost(ON_CHROMA / 4).at(ON_DAY));
    }

    private static Shades night(Oklch colour) {
        double light = Math.max(NIGHT_MIN, colour.lightness());
        while (light < 1 - STEP && !night(colour, light).isReadable(NIGHT)) {
            light += STEP;
        }
        return night(colour, light);
    }

    private static Shades night(Oklch colour, double light) {
        return new Shades(
                colour.at(light),
                colour.at(Math.min(1, light + STRONGER)),
                colour.atMost(SOFT_NIGHT_CHROMA).at(SOFT_NIGHT),
                colour.atMost(ON_CHROMA).at(ON_NIGHT));
    }
}

package io.stoa.brand;

import java.util.Locale;

/**
 * A colour by lightness (0 to 1), chroma (0 is grey) and hue (degrees) as eyes see them, so that the same step of lightness
 * looks the same in every hue. The matrices are those of OKLab (Björn Ottosson, 2020, as in CSS Color 4); contrast is that of
 * WCAG 2.
 */
record Oklch(double lightness, double chroma, double hue) {

    private static final double ROUNDING = 1e-4;
    private static final double DULLER = 0.95;

    static Oklch of(double red, double green, double blue) {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        double light = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
        double greenRed = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
        double blueYellow = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
        double hue = Math.toDegrees(Math.atan2(blueYellow, greenRed));
        return new Oklch(light, Math.hypot(greenRed, blueYellow), hue < 0 ? hue + 360 : hue);
    }

    /** Another lightness of the same hue, as colourful as a screen can show it. */
    Oklch at(double newLightness) {
        return new Oklch(newLightness, chroma, hue).shown();
    }

    /** Of the same hue, no more colourful than that. */
    Oklch atMost(double chromaMax) {
        return new Oklch(lightness, Math.min(chroma, chromaMax), hue);
    }

    /** 1 to 21; text wants 4.5. */
    double contrast(Oklch other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    String css() {
        return String.format(Locale.ROOT, "oklch(%.3f %.3f %.1f)", lightness, chroma, hue);
    }

    /** For programs that know no other colours: {@code #rrggbb}. */
    String hex() {
        var rgb = rgb();
        return String.format(Locale.ROOT, "#%02x%02x%02x", byteOf(rgb[0]), byteOf(rgb[1]), byteOf(rgb[2]));
    }

    private static int byteOf(double linear) {
        double light = clamped(linear);
        double screen = light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
        return (int) Math.round(screen * 255);
    }

    private Oklch shown() {
        var duller = this;
        while (!duller.isShown()) {
            duller = new Oklch(lightness, duller.chroma * DULLER, hue);
        }
        return duller;
    }

    private boolean isShown() {
        for (double channel : rgb()) {
            if (channel < -ROUNDING || channel > 1 + ROUNDING) {
                return chroma < ROUNDING;
            }
        }
        return true;
    }

    private double luminance() {
        var rgb = rgb();
        return 0.2126 * clamped(rgb[0]) + 0.7152 * clamped(rgb[1]) + 0.0722 * clamped(rgb[2]);
    }

    /** Linear light. */
    private double[] rgb() {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double clamped(double channel) {
        return Math.clamp(channel, 0.0, 1.0);
    }

    private static double cube(double x) {
        return x * x * x;
    }
}

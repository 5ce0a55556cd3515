package io.stoa.brand;

import java.util.Locale;

/** A kit as the values of the stylesheet's tokens. What is as Stoa comes is left out. */
final class Stylesheet {

    private Stylesheet() {}

    /** For everything that the selector names, by day and by night. */
    static String of(BrandKit kit, String selector) {
        var css = new StringBuilder(selector).append(" {\n");
        if (!kit.colour().equals(Colour.OWN)) {
            css.append(colours(Palette.of(kit.colour())));
        }
        css.append(corners(kit.corners())).append(typeface(kit.typeface())).append("}\n");
        return css.toString();
    }

    private static String colours(Palette palette) {
        var day = palette.day();
        var night = palette.night();
        return token("accent", day.accent(), night.accent())
                + token("accent-strong", day.strong(), night.strong())
                + token("accent-soft", day.soft(), night.soft())
                + token("on-accent", day.on(), night.on());
    }

    private static String token(String name, Oklch day, Oklch night) {
        return String.format(Locale.ROOT, "  --%s: light-dark(%s, %s);%n", name, day.css(), night.css());
    }

    private static String corners(BrandKit.Corners corners) {
        return switch (corners) {
            case SHARP -> "  --round: 0; --round-large: 0;\n";
            case SOFT -> "";
            case ROUND -> "  --round: 14px; --round-large: 24px;\n";
        };
    }

    /** The property besides the token is for a part of a page, where nothing inherits the new token's font. */
    private static String typeface(BrandKit.Typeface typeface) {
        var family = switch (typeface) {
            case HOUSE -> "";
            case SERIF -> "ui-serif, \"Iowan Old Style\", \"Palatino Linotype\", \"Noto Serif\", \"DejaVu Serif\", Georgia, serif";
            case DEVICE -> "system-ui, \"Segoe UI\", \"Noto Sans\", \"Noto Sans Arabic\", sans-serif";
        };
        return family.isEmpty() ? "" : "  --text: " + family + "; font-family: " + family + ";\n";
    }
}

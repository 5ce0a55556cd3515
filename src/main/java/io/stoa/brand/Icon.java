package io.stoa.brand;

import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The brand on the screen of a phone and on the tab of a browser: its first letter on its colour. */
final class Icon {

    private Icon() {}

    /** SVG, readable at 16 pixels. */
    static String of(BrandKit kit) {
        var shades = Palette.of(kit.colour()).day();
        int first = kit.name().codePointAt(0);
        var letter = HtmlUtils.htmlEscape(Character.toString(first).toUpperCase(Locale.ROOT), "UTF-8");
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="%d" fill="%s"/>\
                <text x="16" y="22.5" text-anchor="middle" font-family="system-ui, sans-serif" font-weight="700" font-size="19" fill="%s">%s</text></svg>
                """, round(kit), shades.accent().css(), shades.on().css(), letter);
    }

    /** The radius of its corners on a ground of 32 by 32. */
    static int round(BrandKit kit) {
        return switch (kit.corners()) {
            case SHARP -> 0;
            case SOFT -> 7;
            case ROUND -> 16;
        };
    }
}

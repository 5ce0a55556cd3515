package io.stoa.register;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Digits as Code 128, set C (ISO/IEC 15417): pairs of digits, so an odd number of them gets a zero in front. Widths are in
 * modules; a quiet zone of ten belongs on either side.
 */
public record Barcode(String digits) {

    private static final int QUIET = 10;
    private static final int START_C = 105;
    private static final int MODULUS = 103;
    private static final String STOP = "2331112";
    private static final String[] WIDTHS = ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 "
                    + "112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 "
                    + "321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 "
                    + "231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 "
                    + "311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 "
                    + "141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 "
                    + "121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 "
                    + "114311 411113 411311 113141 114131 311141 411131 211412 211214 211232")
            .split(" ");

    public Barcode {
        if (!digits.matches("[0-9]{1,40}")) {
            throw new IllegalArgumentException("A barcode of set C has 1 to 40 digits");
        }
        digits = digits.length() % 2 == 0 ? digits : "0" + digits;
    }

    /** A bar, in modules from the left edge of the quiet zone. */
    public record Bar(int at, int width) {}

    public List<Bar> bars() {
        var bars = new ArrayList<Bar>();
        int x = QUIET;
        boolean bar = true;
        for (var width : pattern().chars().map(Character::getNumericValue).toArray()) {
            if (bar) {
                bars.add(new Bar(x, width));
            }
            x += width;
            bar = !bar;
        }
        return bars;
    }

    /** The bars as one SVG path on a field of {@link #width} by 1. */
    public String path() {
        return bars().stream()
                .map(bar -> "M%d 0h%dv1h-%dz".formatted(bar.at(), bar.width(), bar.width()))
                .collect(Collectors.joining());
    }

    /** In modules, with the quiet zones. */
    public int width() {
        return pattern().chars().map(Character::getNumericValue).sum() + 2 * QUIET;
    }

    private String pattern() {
        var pattern = new StringBuilder(WIDTHS[START_C]);
        int sum = START_C;
        for (int i = 0; i < digits.length(); i += 2) {
            int value = Integer.parseInt(digits.substring(i, i + 2));
            sum += value * (i / 2 + 1);
            pattern.append(WIDTHS[value]);
        }
        return pattern.append(WIDTHS[sum % MODULUS]).append(STOP).toString();
    }
}

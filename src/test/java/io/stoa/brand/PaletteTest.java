package io.stoa.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever colour a brand has, what is made of it can be read. */
class PaletteTest {

    private static final double READABLE = 4.5;
    private static final Oklch PAPER = new Oklch(0.985, 0.005, 85);
    private static final Oklch GROUND = new Oklch(0.952, 0.008, 85);
    private static final Oklch NIGHT_PAPER = new Oklch(0.19, 0.008, 75);
    private static final Oklch NIGHT_GROUND = new Oklch(0.265, 0.01, 75);

    /** Figures of the CSS Color 4 specification's own converter for these colours. */
    @ParameterizedTest
    @CsvSource({"#ff0000, 0.628, 0.258, 29.2", "#00ff00, 0.866, 0.295, 142.5", "#0000ff, 0.452, 0.313, 264.1", "#777777, 0.569, 0, 90"})
    void coloursAreWhatTheStandardSays(String hex, double lightness, double chroma, double hue) {
        var colour = new Colour(hex).oklch();

        assertThat(colour.lightness()).isCloseTo(lightness, within(0.002));
        assertThat(colour.chroma()).isCloseTo(chroma, within(0.002));
        if (chroma > 0) {
            assertThat(colour.hue()).isCloseTo(hue, within(0.2));
        }
    }

    @Test
    void contrastIsThatOfTheGuidelines() {
        var white = new Colour("#ffffff").oklch();
        assertThat(white.contrast(new Colour("#000000").oklch())).isCloseTo(21, within(0.01));
        assertThat(white.contrast(new Colour("#767676").oklch())).isCloseTo(4.54, within(0.01));
    }

    @Test
    void textOfAnyColourCanBeReadByDayAndByNight() {
        for (var brand : colours()) {
            var palette = Palette.of(brand);
            assertReadable(brand, palette.day(), List.of(PAPER, GROUND));
            assertReadable(brand, palette.night(), List.of(NIGHT_PAPER, NIGHT_GROUND));
        }
    }

    @Test
    void aColourThatCanBeReadIsKept() {
        assertThat(Palette.keeps(new Colour("#0f5d78"))).isTrue();
        assertThat(Palette.keeps(new Colour("#8a1f5c"))).isTrue();
        assertThat(Palette.of(new Colour("#8a1f5c")).day().accent().hue())
                .isCloseTo(new Colour("#8a1f5c").oklch().hue(), within(0.01));
        assertThat(Palette.keeps(new Colour("#ffe000"))).isFalse();
    }

    private static void assertReadable(Colour brand, Palette.Shades shades, List<Oklch> grounds) {
        var all = Stream.concat(grounds.stream(), Stream.of(shades.soft(), shades.on())).toList();
        assertThat(all).allSatisfy(ground -> assertThat(shades.accent().contrast(ground))
                .as("%s as %s on %s", brand, shades.accent().css(), ground.css())
                .isGreaterThanOrEqualTo(READABLE));
        assertThat(shades.strong().contrast(shades.on())).as("%s under the pointer", brand).isGreaterThanOrEqualTo(READABLE);
    }

    private static List<Colour> colours() {
        var some = new Random(7).ints(500, 0, 1 << 24).mapToObj("#%06x"::formatted);
        var ends = Stream.of("#000000", "#ffffff", "#ffff00", "#ff0000", "#00ff00", "#0000ff", "#808080", "#f7f3e8");
        return Stream.concat(ends, some).map(Colour::new).toList();
    }
}

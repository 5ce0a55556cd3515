package io.stoa.catalog.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A colour of a {@link ProductPicture}: 0 to 255 of red, green and blue. */
record Tint(int red, int green, int blue) {

    private static final Tint WHITE = new Tint(255, 255, 255);
    private static final Tint INK = new Tint(28, 27, 31);

    /** Colours as cloth has them rather than as screens name them. */
    private static final Map<String, Tint> NAMED = Map.ofEntries(
            named("white", "f8f6f1"),
            named("black", "2f2f33"),
            named("grey", "9b9da3"),
            named("gray", "9b9da3"),
            named("silver", "bfc2c7"),
            named("red", "b8473f"),
            named("green", "5c8566"),
            named("blue", "4a6b9a"),
            named("navy", "2c3a57"),
            named("brown", "80604a"),
            named("beige", "d8c7a8"),
            named("cream", "efe6d0"),
            named("yellow", "e0b64c"),
            named("gold", "c59f4a"),
            named("orange", "d07f45"),
            named("pink", "d9909c"),
            named("azure", "6ea3c4"),
            named("turquoise", "5aa39c"),
            named("purple", "77598c"),
            named("transparent", "e3e8ea"));

    private static final List<Tint> CALM = List.of(
            parse("b08d66"), parse("7d8f7a"), parse("8799ad"), parse("b48480"), parse("a39a86"), parse("8c8299"));

    static Optional<Tint> named(String text) {
        return Silhouette.words(text).stream()
                .filter(NAMED::containsKey)
                .map(NAMED::get)
                .findFirst();
    }

    /** One of a few calm colours, always the same for the same text. */
    static Tint calm(String text) {
        return CALM.get(Math.floorMod(text.hashCode(), CALM.size()));
    }

    Tint light() {
        return mixed(WHITE, isDark() ? 0.22 : 0.42);
    }

    Tint shade() {
        return isDark() ? mixed(WHITE, 0.1) : mixed(INK, 0.12);
    }

    /** For outlines; seen on the colour itself, however dark, and on a pale ground. */
    Tint line() {
        return isDark() ? mixed(WHITE, 0.4) : mixed(INK, 0.45);
    }

    @Override
    public String toString() {
        return "#%02x%02x%02x".formatted(red, green, blue);
    }

    private boolean isDark() {
        return 0.299 * red + 0.587 * green + 0.114 * blue < 80;
    }

    private Tint mixed(Tint other, double share) {
        return new Tint(mixed(red, other.red, share), mixed(green, other.green, share), mixed(blue, other.blue, share));
    }

    private static int mixed(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }

    private static Map.Entry<String, Tint> named(String name, String hex) {
        return Map.entry(name, parse(hex));
    }

    private static Tint parse(String hex) {
        int rgb = HexFormat.fromHexDigits(hex);
        return new Tint(rgb >> 16, rgb >> 8 & 255, rgb & 255);
    }
}

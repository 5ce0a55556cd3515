package io.stoa.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The colour of a drawing, by its names; what it looks like says the stylesheet under {@code .cloth-…}. */
enum Cloth {
    WHITE("white", "transparent"),
    BLACK("black"),
    GREY("grey", "gray", "silver"),
    RED("red"),
    NAVY("navy"),
    BLUE("blue", "azure"),
    GREEN("green"),
    BROWN("brown"),
    BEIGE("beige", "cream"),
    YELLOW("yellow", "gold"),
    ORANGE("orange"),
    PINK("pink"),
    PURPLE("purple"),
    TURQUOISE("turquoise");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; the checker knows only the type.
    private final Set<String> names;

    Cloth(String... names) {
        this.names = Set.of(names);
    }

    /** By the first of the texts that names one, and its first word that does. */
    static Optional<Cloth> of(List<String> texts) {
        return texts.stream()
                .flatMap(text -> Drawing.words(text).stream())
                .flatMap(word -> Arrays.stream(values()).filter(one -> one.names.contains(word)))
                .findFirst();
    }

    String cssClass() {
        return "cloth-" + name().toLowerCase(Locale.ROOT);
    }
}

package io.stoa.brand;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/** A colour of a screen, written {@code #rrggbb}. */
public record Colour(String hex) {

    /** The blue-green that Stoa comes with. */
    public static final Colour OWN = new Colour("#0f5d78");

    /** @throws IllegalArgumentException when it is not six hexadecimal digits after a {@code #} */
    @JsonCreator
    public Colour {
        hex = hex.strip().toLowerCase(Locale.ROOT);
        if (!hex.matches("#[0-9a-f]{6}")) {
            throw new IllegalArgumentException("A colour is written #rrggbb");
        }
    }

    /** Empty when it is not written like that. */
    public static Optional<Colour> read(String text) {
        return text.strip().matches("#[0-9a-fA-F]{6}") ? Optional.of(new Colour(text)) : Optional.empty();
    }

    @JsonValue
    @Override
    public String toString() {
        return hex;
    }

    /** As lightness, chroma and hue. */
    Oklch oklch() {
        return Oklch.of(channel(1), channel(3), channel(5));
    }

    private double channel(int at) {
        return Integer.parseInt(hex, at, at + 2, 16) / 255.0;
    }
}

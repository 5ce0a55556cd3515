package io.stoa.shop;

import org.jspecify.annotations.Nullable;

/** What one store has of one article, as a sentence, with the distance where the visitor's place is known. */
public record StockLine(Amount amount, String found, @Nullable String promise, @Nullable String distance) {

    /** Plenty, the last few, none: the mark before the sentence. */
    public enum Amount {
        MANY(""),
        FEW("few"),
        NONE("none");

        private final String style;

        Amount(String style) {
            this.style = style;
        }

        public String style() {
            return style;
        }
    }
}

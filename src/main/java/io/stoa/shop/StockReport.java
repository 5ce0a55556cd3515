package io.stoa.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a visitor wants to know about the stock of one article: delivery first, then stores, nearest first. */
public record StockReport(String sku, int available, Line delivery, List<Line> near, List<Line> far, List<String> why) {

    public StockReport {
        near = List.copyOf(near);
        far = List.copyOf(far);
        why = List.copyOf(why);
    }

    public boolean soldOut() {
        return available <= 0;
    }

    /** What the page listens for, so that this part refreshes itself. */
    public String topics() {
        return "stock:" + sku;
    }

    /** What one store has of the article, as a sentence, with the distance where the visitor's place is known. */
    public record Line(
            Amount amount,
            String found,
            @Nullable String promise,
            @Nullable String distance) {}

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

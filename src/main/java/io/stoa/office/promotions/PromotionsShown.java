package io.stoa.office.promotions;

import io.stoa.page.Choice;
import java.util.List;

/** What the pages of promotions show beside the form: the list, what there is to choose from, and what a basket would cost. */
public record PromotionsShown(List<Choice> kinds, List<Choice> modes, List<Choice> shelves, List<Choice> doors, List<Choice> groups, String currency) {

    /** One promotion in words: what it gives, on what, when. */
    public record Row(String href, String name, State state, String offer, String goods, String when) {}

    /** Whether a promotion holds now. */
    public enum State {
        HOLDS,
        WAITS,
        OVER,
        STOPPED;

        public String tone() {
            return switch (this) {
                case HOLDS -> "good";
                case WAITS -> "wait";
                case OVER, STOPPED -> "";
            };
        }
    }

    /** What a basket costs with the promotions of now and with the one in the form. */
    public record Tried(List<Line> lines, String now, String then) {
        public Tried {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a tried basket, and what the promotions took off it. */
    public record Line(String title, String sku, int pieces, String now, String then, List<String> taken) {}
}

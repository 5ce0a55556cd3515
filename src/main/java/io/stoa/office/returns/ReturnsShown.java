package io.stoa.office.returns;

import io.stoa.office.Listed;
import io.stoa.page.PageFrame;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns as the back office lists them, with chips for each state; {@code first} and {@code next} lead to other pages. */
public record ReturnsShown(
        List<Row> rows, List<Listed.Chip> states, @Nullable String first, @Nullable String next) {

    public ReturnsShown {
        rows = List.copyOf(rows);
        states = List.copyOf(states);
    }

    /** A shelf, or whatever else can be chosen. */
    public record Choice(String value, String words) {}

    /** One return; {@code place} is where it came in, empty while it has not; {@code worth} is empty until then. */
    public record Row(
            String number, String order, String state, String tone, String place, int pieces, String worth, String opened) {

        public String href() {
            return "/office/returns/" + number;
        }
    }

    /**
     * One return as a whole: its row, its lines in words, what of its worth is back, what pays for which other orders, what is still
     * kept for that, and who overruled the policy and why.
     */
    public record One(
            Row row,
            List<Line> lines,
            String kind,
            String refunded,
            @Nullable String exchanged,
            List<String> orders,
            @Nullable String kept,
            @Nullable String overruled,
            boolean cancellable) {

        public One {
            lines = List.copyOf(lines);
            orders = List.copyOf(orders);
        }
    }

    /** So many pieces of an article, why they come back, and what became of them. */
    public record Line(String sku, String title, int quantity, String reason, String goods) {}

    /** A line of which so many pieces are with the customer, and what was filled in before. */
    public record Claimed(int line, String title, String of, int most, int pieces, String reason) {}

    /** What a state means at a glance. */
    static String tone(ReturnState state) {
        return switch (state) {
            case REQUESTED -> "";
            case RECEIVED -> "wait";
            case REFUNDED -> "good";
            case CANCELLED -> "";
        };
    }

    static Line line(Return.Line line, PageFrame frame) {
        return new Line(
                line.sku().value(),
                line.title(),
                line.quantity(),
                frame.t("till.return.reason." + line.reason()),
                line.disposition() == null ? "" : frame.t("returns.goods." + line.disposition()));
    }
}

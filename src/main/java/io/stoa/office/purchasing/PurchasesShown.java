package io.stoa.office.purchasing;

import io.stoa.office.Listed;
import io.stoa.purchasing.PurchaseOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Purchase orders, the newest first, and what one may choose from for a new one. */
public record PurchasesShown(
        List<Row> rows,
        List<Listed.Chip> states,
        List<Choice> suppliers,
        List<Choice> places,
        String key,
        String currency,
        @Nullable String first,
        @Nullable String next) {

    /** A supplier or a place. */
    public record Choice(String id, String name) {}

    /** A purchase order in words; {@code came} of {@code ordered} pieces. */
    public record Row(
            PurchaseOrder order, String supplier, String place, boolean late, @Nullable String expected, int ordered) {

        public String href() {
            return "/office/purchasing/" + order.id();
        }
    }

    /** One purchase order with its goods and what happened to it, the newest first. */
    public record One(Row row, List<Piece> goods, List<Moment> history, @Nullable String total, String key) {}

    /** One article of it. */
    public record Piece(String title, PurchaseOrder.Line line, @Nullable String cost) {}

    /** Something that happened. */
    public record Moment(String text, String when) {}
}

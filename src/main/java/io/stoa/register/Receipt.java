package io.stoa.register;

import io.stoa.shared.CustomerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the customer gets on paper: one receipt and one total for all orders of a sale. */
public record Receipt(
        String code,
        State state,
        String store,
        List<String> address,
        String when,
        List<Part> parts,
        List<Basket.Sum> taxes,
        String total,
        List<Basket.Sum> paid,
        @Nullable String change,
        String topics,
        @Nullable CustomerId customer) {

    /** How the sale stands, for the note above the paper. */
    public enum State {
        PAID,
        WAITING,
        CANCELLED
    }

    /** One order: its goods, and where they go when they are sent home. */
    public record Part(String order, Barcode barcode, boolean sentHome, List<String> to, List<Row> rows) {}

    /** One line of an order. */
    public record Row(String title, int quantity, String unit, String sum) {}

    public boolean mixed() {
        return parts.size() > 1;
    }
}

package io.stoa.register.gifts;

import io.stoa.register.Barcode;
import java.util.List;

/** A receipt without prices, one part for each order: its number is what a return takes. */
public record GiftReceipt(String code, String store, List<String> address, String when, List<Part> parts) {

    public GiftReceipt {
        address = List.copyOf(address);
        parts = List.copyOf(parts);
    }

    /** One order and what it is of. */
    public record Part(String order, Barcode barcode, List<Row> rows) {}

    /** So many pieces. */
    public record Row(String title, int quantity) {}
}

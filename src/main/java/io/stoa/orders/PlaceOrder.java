package io.stoa.orders;

import io.stoa.payments.gateway.CardToken;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Touchpoint;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to order. The key makes repeating safe: the same key with the same hash is the same order, with another hash it is
 * refused. What is ordered comes from a cart or is stated outright.
 */
public record PlaceOrder(
        String key,
        String hash,
        @Nullable CartId cart,
        List<CartView.Line> lines,
        @Nullable Delivery delivery,
        Currency currency,
        @Nullable CustomerId customer,
        Contact contact,
        Paying paying,
        Touchpoint touchpoint) {

    private static final int KEY_MAX = 300;

    public PlaceOrder {
        lines = List.copyOf(lines);
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw new IllegalArgumentException("An idempotency key has 1 to 300 characters");
        }
        if (lines.size() > Carts.LINES_MAX) {
            throw new IllegalArgumentException("An order has at most %d lines".formatted(Carts.LINES_MAX));
        }
    }

    /** How the customer pays. */
    public sealed interface Paying {

        /** By card, at once. */
        record ByCard(CardToken token) implements Paying {}

        /** In coins and notes, which the associate has in hand. */
        record InCash() implements Paying {}

        /** Later; the goods are held for a while. */
        record Later() implements Paying {}
    }
}

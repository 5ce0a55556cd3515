package io.stoa.orders;

import io.stoa.orders.discounts.Discounts;
import io.stoa.payments.gateway.CardToken;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Touchpoint;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to order. The key makes repeating safe: the same key with the same hash is the same order, with another hash it is
 * refused. What is ordered comes from a cart or is stated outright; so does a coupon.
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
        Discounts discounts,
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

    /** The wish to order at the prices of the day. */
    public PlaceOrder(
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
        this(key, hash, cart, lines, delivery, currency, customer, contact, paying, Discounts.NONE, touchpoint);
    }

    /** Of what is kept with a cart only the coupon is the customer's to use anywhere. */
    Discounts discounts(@Nullable CartView of) {
        return discounts.isEmpty() && of != null ? Discounts.by(of.discounts().coupon()) : discounts;
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

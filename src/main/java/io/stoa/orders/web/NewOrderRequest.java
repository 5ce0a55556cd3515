package io.stoa.orders.web;

import io.stoa.access.Caller;
import io.stoa.coupons.CouponCode;
import io.stoa.http.IdempotencyKey;
import io.stoa.orders.CartId;
import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.discounts.Discounts;
import io.stoa.payments.gateway.CardToken;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a client sends to order: a cart, or lines of its own; how the goods leave; who it is for; a coupon; and how it is paid. */
@Schema(example = """
                {
                  "lines": [{"sku": "CO-9", "quantity": 2}],
                  "delivery": {"type": "COLLECT", "store": "berlin"},
                  "contact": {"email": "name@example.com"},
                  "payment": {"tender": "CARD", "token": "tok_approve"}
                }
                """)
record NewOrderRequest(
        @Nullable CartId cart,
        @Nullable List<CartView.Line> lines,
        @Nullable Delivery delivery,
        @Nullable Currency currency,
        @Nullable CustomerId customer,
        @Nullable Contact contact,
        @Nullable CouponCode coupon,
        @Nullable Payment payment) {

    /** {@code CARD} with the token that stands for it, {@code CASH} at a till, or {@code LATER}. */
    record Payment(Tender tender, @Nullable CardToken token) {
        enum Tender {
            CARD,
            CASH,
            LATER
        }
    }

    NewOrderRequest {
        if ((cart == null) == (lines == null || lines.isEmpty())) {
            throw new IllegalArgumentException("An order names either a cart or its lines");
        }
        if (payment != null && payment.tender() == Payment.Tender.CARD && payment.token() == null) {
            throw new IllegalArgumentException("A payment by card comes with a token");
        }
    }

    /** Keys of different callers never meet: who asks is part of the key. */
    PlaceOrder asked(IdempotencyKey key, Caller caller, Currency standard) {
        return new PlaceOrder(
                caller.actor() + "|" + key.value(),
                hash(),
                cart,
                Objects.requireNonNullElse(lines, List.of()),
                delivery,
                Objects.requireNonNullElse(currency, standard),
                caller.staff() ? customer : caller.customer(),
                Objects.requireNonNullElse(contact, Contact.NONE),
                paying(caller),
                Discounts.by(coupon),
                caller.touchpoint());
    }

    private PlaceOrder.Paying paying(Caller caller) {
        if (payment == null || payment.tender() == Payment.Tender.LATER) {
            return new PlaceOrder.Paying.Later();
        }
        if (payment.tender() == Payment.Tender.CARD) {
            return new PlaceOrder.Paying.ByCard(Objects.requireNonNull(payment.token()));
        }
        if (!caller.staff()) {
            throw new IllegalArgumentException("Cash is taken at a till only");
        }
        return new PlaceOrder.Paying.InCash();
    }

    /** Of everything but the token, which is not kept anywhere: a retry may come with another one for the same card. */
    private String hash() {
        var said = coupon == null
                ? new Object[] {cart, lines, delivery, currency, customer, contact}
                : new Object[] {cart, lines, delivery, currency, customer, contact, coupon};
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Json.write(said).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

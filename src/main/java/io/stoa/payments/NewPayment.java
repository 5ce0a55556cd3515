package io.stoa.payments;

import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.UUID;

/**
 * A payment about to be opened. The gateway key makes asking the provider twice harmless; it is random, so that two
 * installations with one provider never meet. {@code attempting} says that the caller is going to call the provider as
 * soon as this is durable. One {@code inPart} pays its order together with others.
 */
public record NewPayment(
        PaymentId id,
        OrderId order,
        Tender tender,
        Money amount,
        boolean attempting,
        boolean inPart,
        Touchpoint touchpoint,
        String gatewayKey) {

    public NewPayment {
        if (amount.minor() <= 0) {
            throw new IllegalArgumentException("A payment is more than nothing");
        }
        if (!gatewayKey.startsWith(id + "-")) {
            throw new IllegalArgumentException("A gateway key begins with the payment's id");
        }
    }

    /** A payment whose card or page is asked for later, by {@link Payments#authorise}. */
    public static NewPayment of(PaymentId id, OrderId order, Tender tender, Money amount, Touchpoint touchpoint) {
        return new NewPayment(id, order, tender, amount, false, false, touchpoint, id + "-" + UUID.randomUUID());
    }

    /** A payment for which the caller goes on at once with {@link Payments#callGateway}. */
    public static NewPayment attempted(PaymentId id, OrderId order, Tender tender, Money amount, Touchpoint touchpoint) {
        return new NewPayment(id, order, tender, amount, true, false, touchpoint, id + "-" + UUID.randomUUID());
    }

    /** Of several that pay an order together. The caller goes on with {@link Payments#callGateway}, but for cash, which is taken. */
    public static NewPayment part(PaymentId id, OrderId order, Tender tender, Money amount, Touchpoint touchpoint) {
        boolean attempting = tender != Tender.CASH;
        return new NewPayment(id, order, tender, amount, attempting, true, touchpoint, id + "-" + UUID.randomUUID());
    }
}

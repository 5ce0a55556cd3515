package io.stoa.payments.gateway;

import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A way to a payment provider. Every call carries a key; the provider does what a key asks for at most once and answers a
 * repeated key as it answered the first time. Calls are bounded in time; a lost answer is {@link GatewayAnswer.Unknown},
 * and so is whatever an implementation throws.
 */
public interface Gateway {

    /** Asks to hold money for an order. A hosted page needs no token; it may greet its visitor by an address that is known. */
    record HoldRequest(
            String key, Tender tender, Money amount, OrderId order, @Nullable CardToken token, @Nullable String email) {}

    /** Asks to take, let go or give back part of what is held under the provider's reference. */
    record MovementRequest(String key, String reference, Money amount) {}

    String name();

    /** What it can be paid with here; one gateway per tender. */
    Set<Tender> tenders();

    GatewayAnswer hold(HoldRequest request);

    GatewayAnswer capture(MovementRequest request);

    GatewayAnswer release(MovementRequest request);

    GatewayAnswer refund(MovementRequest request);

    /** Nobody waits any longer for the customer who was sent to a page: it may close. Asking tells what came of it. */
    default void closePage(String key) {}

    /** What became of the call with this key; {@link GatewayAnswer.NeverArrived} if the provider does not know it. */
    GatewayAnswer ask(String key);

    /** The most that can be held on a card at this moment, from those who tell; a card of which nothing is known holds nothing. */
    default Optional<Money> room(CardToken token, Currency currency) {
        return Optional.empty();
    }

    /**
     * Tells the listener the key of every call about which the provider has news. A notice carries no other truth: the
     * listener asks, so that a forged, late or repeated one does no harm.
     */
    default void onNotice(Consumer<String> listener) {}
}

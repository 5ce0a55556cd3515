package io.stoa.replay;

import io.stoa.events.Event;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.replay.Client.From;
import io.stoa.shared.Channel;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Notes in the ledger what others give back: stores that reject and have no substitute, orders that nobody paid, returns, and
 * visitors of the demo who cancel. Without that, goods that were rightly promised again would look promised twice.
 */
final class GiveBacks {

    private final Ledger ledger;
    private final Client client;

    GiveBacks(Ledger ledger, Client client) {
        this.ledger = ledger;
        this.client = client;
    }

    void see(List<Event> events) {
        for (var event : events) {
            switch (event.type()) {
                case OrderChanged.LINES_CANCELLED, OrderChanged.LINES_RETURNED -> pieces(event.read(OrderChanged.class));
                case OrderEnded.CANCELLED, OrderEnded.EXPIRED -> ended(event.read(OrderEnded.class).order());
                default -> {}
            }
        }
    }

    private void pieces(OrderChanged change) {
        var pieces = new HashMap<Sku, Integer>();
        change.changed().forEach(part -> part.lines()
                .forEach(piece -> pieces.merge(piece.sku(), piece.quantity().units(), Integer::sum)));
        ledger.givenBack(change.order(), pieces);
    }

    private void ended(OrderId order) {
        if (ledger.knows(order)) {
            var _ = ledger.givingBack(order);
        } else {
            Thread.ofVirtual().start(() -> stranger(order));
        }
    }

    /** An order of somebody else, perhaps from before the replay began: it is asked for what it had. */
    private void stranger(OrderId order) {
        try {
            var answer = client.get(new From(Channel.PHONE, null), "/api/v1/orders/" + order);
            var pieces = new HashMap<Sku, Integer>();
            answer.body().path("lines").forEach(line -> pieces.merge(
                    new Sku(line.path("sku").asString()), line.path("quantity").asInt(), Integer::sum));
            ledger.givenBack(order, Map.copyOf(pieces));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

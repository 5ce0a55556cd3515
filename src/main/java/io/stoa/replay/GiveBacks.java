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
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Notes in the ledger what others give back: stores that reject and have no substitute, orders that nobody paid, returns, and
 * visitors of the demo who cancel. Without that, goods that were rightly promised again would look promised twice.
 */
final class GiveBacks {

    private final Ledger ledger;
    private final Client client;
    private final ConcurrentSkipListSet<Long> asking = new ConcurrentSkipListSet<>();
    private volatile long seen;

    GiveBacks(Ledger ledger, Client client) {
        this.ledger = ledger;
        this.client = client;
    }

    void see(List<Event> events) {
        for (var event : events) {
            switch (event.type()) {
                case OrderChanged.LINES_CANCELLED, OrderChanged.LINES_LOWERED, OrderChanged.LINES_RETURNED -> pieces(event.read(OrderChanged.class), event.seq());
                case OrderEnded.CANCELLED, OrderEnded.EXPIRED -> ended(event.read(OrderEnded.class).order(), event.seq());
                default -> {}
            }
            seen = event.seq();
        }
        tellHeard();
    }

    /** Up to the first order that is still being asked for. */
    private void tellHeard() {
        long all = seen;
        var first = asking.isEmpty() ? null : asking.ceiling(0L);
        ledger.heard(first == null ? all : Math.min(all, first - 1));
    }

    private void pieces(OrderChanged change, long at) {
        var pieces = new HashMap<Sku, Integer>();
        change.changed().forEach(part -> part.lines()
                .forEach(piece -> pieces.merge(piece.sku(), piece.quantity().units(), Integer::sum)));
        ledger.givenBack(change.order(), pieces, at);
    }

    private void ended(OrderId order, long at) {
        if (ledger.knows(order)) {
            ledger.ended(order, at);
        } else {
            asking.add(at);
            Thread.ofVirtual().start(() -> stranger(order, at));
        }
    }

    /** An order of somebody else, perhaps from before the replay began: it is asked for what it had. */
    private void stranger(OrderId order, long at) {
        try {
            var answer = client.get(new From(Channel.PHONE, null), "/api/v1/orders/" + order);
            var pieces = new HashMap<Sku, Integer>();
            answer.body().path("lines").forEach(line -> pieces.merge(
                    new Sku(line.path("sku").asString()), line.path("quantity").asInt(), Integer::sum));
            ledger.givenBack(order, Map.copyOf(pieces), at);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            asking.remove(at);
            tellHeard();
        }
    }
}

package io.stoa.live;

import io.stoa.events.Event;
import io.stoa.inventory.StockChanged;
import io.stoa.shared.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which topics an event touches. */
final class Topics {

    /** Every event touches it. */
    static final String ALL = "events";

    private Topics() {}

    /**
     * The key itself, and of stock those of all rows that the event tells; for {@code stock:SKU@leeds} also {@code stock:SKU}
     * and {@code location:leeds}; {@code work:leeds} of work for a place; its order and its customer; all of its kind, such as {@code orders}; and {@value #ALL}.
     */
    static Set<String> of(Event event) {
        var topics = new LinkedHashSet<String>();
        addKey(event.key(), topics);
        if (event.type().equals(StockChanged.TYPE)) {
            event.read(StockChanged.class).rows().forEach(row -> addKey(row.key(), topics));
        }
        if (event.type().startsWith("fulfilment.")) {
            topics.add("work:" + Json.MAPPER.readTree(event.payload()).path("location").asString(""));
        }
        addSubjects(event, topics);
        topics.add(ALL);
        return topics;
    }

    private static void addKey(String key, Set<String> topics) {
        topics.add(key);
        int at = key.lastIndexOf('@');
        if (at > 0) {
            topics.add(key.substring(0, at));
        }
        int colon = key.indexOf(':');
        if (colon > 0) {
            var kind = key.substring(0, colon);
            topics.add(kind + "s");
            if (at > 0 && kind.equals("stock")) {
                topics.add("location:" + key.substring(at + 1));
            }
        }
    }

    private static void addSubjects(Event event, Set<String> topics) {
        if (event.order() != null) {
            topics.add("order:" + event.order());
            topics.add("orders");
        }
        if (event.customer() != null) {
            topics.add("customer:" + event.customer());
        }
    }
}

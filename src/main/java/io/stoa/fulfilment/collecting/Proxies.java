package io.stoa.fulfilment.collecting;

import io.stoa.shared.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who collects in a customer's place, by order, so that another store of the same order knows it too. Names are personal data:
 * they are here and with hand-overs, never in an event. All of it runs in the caller's transaction.
 */
@Component
public class Proxies {

    private final ProxyTable table;

    Proxies(ProxyTable table) {
        this.table = table;
    }

    /** Takes the name, another one, or none any more; answers the ids of the shipments that hear of it, locked. */
    public List<Long> name(OrderId order, @Nullable String name) {
        var waiting = table.touch(order);
        if (name == null) {
            table.drop(order);
        } else if (!waiting.isEmpty()) {
            table.put(order, name);
        }
        return waiting;
    }

    /** Once nothing of the order is to be collected any more. */
    public void forget(OrderId order) {
        table.dropDone(order);
    }
}

package io.stoa.orders.views;

import java.util.List;
import org.springframework.stereotype.Component;

/** Orders of the past that were sent, for whoever wants to know what would become of them today. */
@Component
public class SentOrders {

    private final SentOrderTable table;

    SentOrders(SentOrderTable table) {
        this.table = table;
    }

    /** The newest of them, the oldest first; one query. Erased addresses leave their orders out. */
    public List<SentOrder> newest(int atMost) {
        return table.newest(atMost).reversed();
    }
}

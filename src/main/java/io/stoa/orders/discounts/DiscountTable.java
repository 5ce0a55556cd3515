package io.stoa.orders.discounts;

import io.stoa.orders.discounts.KeptDiscounts.OfLine;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of {@code orders.discount}: what was taken off which line of an order. Written once, with the order. */
@Component
class DiscountTable {

    private final JdbcClient database;

    DiscountTable(JdbcClient database) {
        this.database = database;
    }

    /** In the transaction of the orders; nothing for nothing. */
    void insert(List<OfLine> all) {
        if (all.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO orders.discount (order_id, line, place, kind, value, reason, note, approver, share, minor)
                SELECT d.*
                  FROM unnest(:orders::bigint[], :lines::int[], :places::int[], :kinds::text[], :values::bigint[],
                              :reasons::text[], :notes::text[], :approvers::text[], :shares::int[], :minors::bigint[]) AS d
                """)
                .param("orders", all.stream().map(one -> one.order().value()).toArray(Long[]::new))
                .param("lines", all.stream().map(OfLine::line).toArray(Integer[]::new))
                .param("places", places(all))
                .param(
                        "kinds",
                        all.stream().map(one -> one.taken().cut().kind().name()).toArray(String[]::new))
                .param(
                        "values",
                        all.stream().map(one -> one.taken().cut().value()).toArray(Long[]::new))
                .param(
                        "reasons",
                        all.stream().map(one -> one.taken().cut().reason()).toArray(String[]::new))
                .param(
                        "notes",
                        all.stream().map(one -> one.taken().cut().note()).toArray(String[]::new))
                .param(
                        "approvers",
                        all.stream().map(one -> one.taken().cut().approver()).toArray(String[]::new))
                .param(
                        "shares",
                        all.stream().map(one -> one.taken().cut().share()).toArray(Integer[]::new))
                .param(
                        "minors",
                        all.stream().map(one -> one.taken().amount().minor()).toArray(Long[]::new))
                .update();
    }

    private static Integer[] places(List<OfLine> all) {
        var places = new Integer[all.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = i;
        }
        return places;
    }

    /** By line, in the order in which it was taken off; empty for most. */
    Map<Integer, List<Taken>> of(OrderId order, Currency currency) {
        var found = new HashMap<Integer, List<Taken>>();
        database.sql("""
                SELECT line, kind, value, reason, note, approver, share, minor
                  FROM orders.discount
                 WHERE order_id = :order
                 ORDER BY line, place
                """).param("order", order.value()).query(row -> {
            var cut = new Cut(
                    Cut.Kind.valueOf(row.getString("kind")),
                    row.getLong("value"),
                    row.getString("reason"),
                    row.getString("note"),
                    row.getString("approver"),
                    row.getObject("share", Integer.class));
            found.computeIfAbsent(row.getInt("line"), line -> new ArrayList<>())
                    .add(new Taken(cut, new Money(row.getLong("minor"), currency)));
        });
        return found;
    }
}

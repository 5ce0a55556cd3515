package io.stoa.imports;

import io.stoa.shared.Json;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of imports.past_order: orders of the time before Stoa, which take no stock and ask for no money. */
@Component
final class PastOrderTable {

    private final JdbcClient database;

    PastOrderTable(JdbcClient database) {
        this.database = database;
    }

    /** Those that are there stay as they are. */
    void insert(List<PastOrder> orders) {
        var _ = database.sql("""
                INSERT INTO imports.past_order
                    (external_id, customer, channel, location, at, currency, state, total_minor, lines)
                SELECT *
                FROM unnest(:ids::text[], :customers::bigint[], :channels::text[], :locations::text[],
                            :times::timestamptz[], :currencies::text[], :states::text[], :totals::bigint[], :lines::json[])
                ON CONFLICT (external_id) DO NOTHING
                """)
                .param("ids", texts(orders, PastOrder::externalId))
                .param(
                        "customers",
                        orders.stream().map(PastOrderTable::customer).toArray(Long[]::new))
                .param("channels", texts(orders, order -> order.channel().name()))
                .param("locations", texts(orders, order -> order.location().value()))
                .param("times", texts(orders, order -> order.at().toString()))
                .param("currencies", texts(orders, order -> order.currency().getCurrencyCode()))
                .param("states", texts(orders, order -> order.state().name()))
                .param("totals", orders.stream().map(PastOrder::totalMinor).toArray(Long[]::new))
                .param("lines", texts(orders, order -> Json.write(order.lines())))
                .update();
    }

    private static @Nullable Long customer(PastOrder order) {
        return order.customer() == null ? null : order.customer().value();
    }

    private static String[] texts(List<PastOrder> orders, Function<PastOrder, String> text) {
        return orders.stream().map(text).toArray(String[]::new);
    }
}

package io.stoa.bench;

import io.stoa.events.Event;
import io.stoa.events.Listener;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A projection that shows how often each event took effect, for whoever doubts that it is once. */
final class EffectCounter implements Listener {

    private final JdbcClient database;

    EffectCounter(JdbcClient database) {
        this.database = database;
        database.sql("CREATE SCHEMA IF NOT EXISTS bench").update();
        database.sql("CREATE TABLE IF NOT EXISTS bench.effect (seq bigint PRIMARY KEY, order_id bigint, times int NOT NULL)")
                .update();
    }

    @Override
    public String name() {
        return "bench-effects";
    }

    @Override
    public Set<String> types() {
        return Set.of("orders.order_placed");
    }

    @Override
    public void on(List<Event> events) {
        database.sql("""
                INSERT INTO bench.effect AS e (seq, order_id, times)
                SELECT seq, order_id, 1 FROM unnest(:seqs::bigint[], :orders::bigint[]) AS n (seq, order_id)
                ON CONFLICT (seq) DO UPDATE SET times = e.times + 1
                """)
                .param("seqs", events.stream().map(Event::seq).toArray(Long[]::new))
                .param("orders", events.stream().map(Event::order).toArray(Long[]::new))
                .update();
    }
}

package io.stoa.events;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps room in the log: partitions by number, made ahead of need. By number and not by month, because every reader asks
 * by number: a cursor then touches one partition, and an old partition is dropped whole once it is archived.
 */
@Component
class Partitions implements InitializingBean {

    static final long SIZE = 10_000_000;
    private static final int AHEAD = 3;

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    Partitions(JdbcClient database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void afterPropertiesSet() {
        makeRoom();
    }

    @Scheduled(fixedDelay = 10_000)
    void makeRoom() {
        long current = database.sql("SELECT last_value FROM events.log_seq")
                        .query(Long.class)
                        .single()
                / SIZE;
        for (long number = current; number <= current + AHEAD; number++) {
            if (!exists(number)) {
                make(number);
            }
        }
    }

    private boolean exists(long number) {
        return database.sql("SELECT to_regclass(:name) IS NOT NULL")
                .param("name", "events.log_" + number)
                .query(Boolean.class)
                .single();
    }

    /** Two processes may find the same partition missing: the advisory lock lets one make it. */
    private void make(long number) {
        transaction.executeWithoutResult(status -> {
            database.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('events.log'))")
                    .query(Integer.class)
                    .single();
            database.sql("CREATE TABLE IF NOT EXISTS events.log_%d PARTITION OF events.log FOR VALUES FROM (%d) TO (%d)"
                            .formatted(number, number * SIZE, (number + 1) * SIZE))
                    .update();
        });
    }
}

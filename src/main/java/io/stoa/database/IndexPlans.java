package io.stoa.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets a transaction look up rows by index only, with plans made once. PostgreSQL keeps the plan of a prepared statement, and a plan made while a
 * table was young and small reads all of it; when the table has grown, each lookup still does, until the next analysis.
 * For statements that name their rows by key and run often. Thread-safe.
 */
@Component
public class IndexPlans {

    private final JdbcClient database;

    IndexPlans(JdbcClient database) {
        this.database = database;
    }

    /** Holds until the caller's transaction ends; one round trip. */
    public void require() {
        var _ = database.sql("""
                SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true),
                       set_config('plan_cache_mode', 'force_generic_plan', true)
                """).query().singleRow();
    }
}

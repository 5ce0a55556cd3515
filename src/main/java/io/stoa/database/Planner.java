package io.stoa.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings of PostgreSQL's planner. */
@Component
class Planner {

    private final JdbcClient database;

    Planner(JdbcClient database) {
        this.database = database;
    }

    /** Until the transaction ends; a lock is waited for so long, with 0 for ever. */
    void planByIndex(String lockTimeout) {
        var _ = database.sql("""
                SELECT set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                       set_config('enable_mergejoin', 'off', true),
                       set_config('plan_cache_mode', 'force_generic_plan', true),
                       set_config('lock_timeout', :lockTimeout, true)
                """).param("lockTimeout", lockTimeout).query().singleRow();
    }
}

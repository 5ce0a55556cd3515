package io.stoa.database;

import org.springframework.stereotype.Component;

/**
 * Lets a transaction look up rows by index only, with plans made once. PostgreSQL keeps the plan of a prepared statement, and
 * a plan made while a table was young and small reads all of it; when the table has grown, each lookup still does, until the
 * next analysis. For statements that name their rows by key and run often. Thread-safe.
 */
@Component
public class IndexPlans {

    private final Planner planner;

    IndexPlans(Planner planner) {
        this.planner = planner;
    }

    /** Holds until the caller's transaction ends; one round trip. */
    public void require() {
        planner.planByIndex("0");
    }

    /**
     * The same for a transaction that does the work of many callers: whoever else holds one row for over two seconds must not
     * stop them all. Waiting longer fails with SQL state 55P03, which is told over HTTP as a 503 to be tried again.
     */
    public void requireForMany() {
        planner.planByIndex("2s");
    }
}

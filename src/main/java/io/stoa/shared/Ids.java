package io.stoa.shared;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives ids that grow with time, are short enough to be said on the telephone and fit a JSON number. A process takes
 * blocks of {@value #BLOCK} from one database sequence, so ids never meet between processes; what a stopped process did
 * not use is lost, which leaves gaps. Thread-safe.
 */
@Component
public class Ids {

    static final int BLOCK = 1000;

    private final JdbcClient database;
    private long next;
    private long end;

    Ids(JdbcClient database) {
        this.database = database;
    }

    /** One id, greater than all that this process gave before. */
    public synchronized long next() {
        if (next == end) {
            next = database.sql("SELECT nextval('shared.id_block')")
                            .query(Long.class)
                            .single()
                    * BLOCK;
            end = next + BLOCK;
        }
        return next++;
    }
}

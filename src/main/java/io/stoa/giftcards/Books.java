package io.stoa.giftcards;

import io.stoa.database.Checkup;
import io.stoa.database.Finding;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what cards say they are worth with their ledger and their open holds. */
@Component
class Books implements Checkup {

    private final JdbcClient database;

    Books(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "gift cards";
    }

    @Override
    public List<Finding> run() {
        var wrong = wrong();
        var compared = "%d gift cards compared with their ledger".formatted(count());
        return List.of(
                wrong.isEmpty()
                        ? Finding.fine(compared)
                        : Finding.wrong("%s, %d differ, first %d".formatted(compared, wrong.size(), wrong.getFirst())));
    }

    private long count() {
        return database.sql("SELECT count(*) FROM giftcards.card").query(Long.class).single();
    }

    private List<Long> wrong() {
        return database.sql("""
                SELECT c.id
                  FROM giftcards.card c
                 WHERE c.balance <> (SELECT COALESCE(sum(CASE e.kind WHEN 'SPENT' THEN -e.amount ELSE e.amount END), 0)
                                       FROM giftcards.entry e WHERE e.card_id = c.id)
                    OR c.held <> (SELECT COALESCE(sum(h.amount - h.spent - h.released), 0)
                                    FROM giftcards.hold h WHERE h.card_id = c.id)
                 ORDER BY c.id
                 LIMIT 1000
                """).query((row, number) -> row.getLong(1)).list();
    }
}

package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A table is empty when its shop opens, and that is when the plans of its statements are made. */
@StoaTest
class IndexPlansTest {

    private static final String LOOKUP =
            "EXPLAIN SELECT note FROM test_young WHERE key = ANY('{a,b,c,d,e,f,g,h,i,j}'::text[])";

    @Autowired
    IndexPlans indexPlans;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aYoungTable() {
        database.sql("""
                CREATE TABLE IF NOT EXISTS test_young (
                    key text PRIMARY KEY, note text, a text, b text, c text, d text, e text, f text, g text, h text, i text)
                """).update();
    }

    @Test
    void aLookupInAYoungTableWouldReadAllOfIt() {
        assertThat(database.sql(LOOKUP).query(String.class).list()).anyMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void aTransactionMayInsistOnTheIndex() {
        var plan = transaction.execute(status -> {
            indexPlans.require();
            return database.sql(LOOKUP).query(String.class).list();
        });
        assertThat(plan).anyMatch(line -> line.contains("Index"));
        assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    }

    @Test
    void theNextTransactionPlansAsItLikes() {
        transaction.executeWithoutResult(status -> indexPlans.require());
        var settings = database.sql("SHOW enable_seqscan").query(String.class).list();
        assertThat(settings).containsExactly("on");
    }
}

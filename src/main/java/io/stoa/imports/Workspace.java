package io.stoa.imports;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where an import keeps its notes: the schema {@code imports}, or for a dry run temporary tables of one connection, which
 * nobody else sees and which vanish with it.
 */
final class Workspace implements AutoCloseable {

    private static final String TEMPORARY = "pg_temp";

    final JdbcClient database;
    final String schema;
    private final TransactionTemplate batch;
    private final TransactionTemplate attempt;
    private final Runnable closing;

    private Workspace(JdbcClient database, String schema, PlatformTransactionManager transactions, Runnable closing) {
        this.database = database;
        this.schema = schema;
        this.batch = new TransactionTemplate(transactions);
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.closing = closing;
    }

    static Workspace lasting(JdbcClient database, PlatformTransactionManager transactions) {
        return new Workspace(database, "imports", transactions, () -> {});
    }

    /** Knows what earlier imports of the source knew, and writes nothing that lasts. */
    static Workspace temporary(DataSource pool, String source) {
        var connection = DataSourceUtils.getConnection(pool);
        var single = new SingleConnectionDataSource(connection, true);
        var database = JdbcClient.create(single);
        for (var table : new String[] {"run", "known", "head", "line"}) {
            database.sql("CREATE TEMPORARY TABLE %1$s (LIKE imports.%1$s INCLUDING ALL)".formatted(table))
                    .update();
        }
        database.sql("INSERT INTO pg_temp.known SELECT * FROM imports.known WHERE source = :source")
                .param("source", source)
                .update();
        return new Workspace(database, TEMPORARY, new JdbcTransactionManager(single), () -> {
            database.sql("DISCARD TEMP").update();
            DataSourceUtils.releaseConnection(connection, pool);
        });
    }

    /** One short transaction, all or nothing. */
    void batch(Runnable work) {
        batch.executeWithoutResult(status -> work.run());
    }

    /** Part of a batch that may fail without the rest. */
    void attempt(Runnable work) {
        attempt.executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        closing.run();
    }
}

package io.stoa.imports;

import io.stoa.feeds.FeedProblem;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Only one import of a source at a time, in all processes: a lock that ends with its connection, so no crash leaves it. */
final class Turn implements AutoCloseable {

    private final Connection connection;

    private Turn(Connection connection) {
        this.connection = connection;
    }

    static Turn take(DataSource pool, String source) {
        try {
            var turn = new Turn(pool.getConnection());
            if (!turn.ask("SELECT pg_try_advisory_lock(hashtext('imports'), hashtext(?))", source)) {
                turn.connection.close();
                throw new Imports.UnderWay(source);
            }
            return turn;
        } catch (SQLException failure) {
            throw new FeedProblem("The database does not answer", failure);
        }
    }

    @Override
    public void close() {
        try (connection) {
            var _ = ask("SELECT true FROM pg_advisory_unlock_all(), (SELECT ?::text) AS unused", "");
        } catch (SQLException failure) {
            throw new FeedProblem("The database does not answer", failure);
        }
    }

    private boolean ask(String sql, String parameter) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}

package io.stoa.http;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells from whatever was thrown, wherever, that the database is away or cannot write: nobody's mistake, and it will pass. */
final class Unable {

    static final String RETRY_SECONDS = "1";

    /** SQL states: connection lost, shutting down or recovering. */
    private static final List<String> AWAY = List.of("08", "57P");

    /** SQL states: a lock that was not to be had in time, a deadlock. */
    private static final List<String> BUSY = List.of("55P03", "40P01");

    /** SQL states: resources exhausted (a full disk), system error. */
    private static final List<String> STUCK = List.of("53", "58");

    private Unable() {}

    /** A 503 when this failure comes from a database that cannot do its work now; nothing for all others. */
    static Optional<ProblemDetail> because(Throwable failure) {
        var state = state(failure);
        if (STUCK.stream().anyMatch(state::startsWith)) {
            return Optional.of(stuck());
        }
        if (BUSY.contains(state)) {
            return Optional.of(busy());
        }
        return isUnconnected(failure, state) || AWAY.stream().anyMatch(state::startsWith)
                ? Optional.of(away())
                : Optional.empty();
    }

    /** A connection that broke within a transaction is also one that can neither be committed nor rolled back. */
    private static boolean isUnconnected(Throwable failure, String state) {
        return Blame.find(failure, CannotGetJdbcConnectionException.class).isPresent()
                || Blame.find(failure, CannotCreateTransactionException.class).isPresent()
                || (state.isEmpty() && Blame.find(failure, TransactionSystemException.class).isPresent())
                || Blame.find(failure, SQLTransientConnectionException.class).isPresent();
    }

    private static String state(Throwable failure) {
        return Blame.find(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse("");
    }

    private static ProblemDetail away() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-away",
                "Stoa's database cannot be reached. Ask again in a second.",
                Map.of());
    }

    private static ProblemDetail busy() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "Somebody else is changing the same thing. Ask again in a second.",
                Map.of());
    }

    private static ProblemDetail stuck() {
        return Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "database-unable",
                "Stoa's database cannot write at the moment, as on a full disk. Ask again: with the same Idempotency-Key nothing is done twice.",
                Map.of());
    }
}

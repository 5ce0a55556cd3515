package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FairGateTest {

    private static final int PLACES = 4;

    private final Pool pool = new Pool();
    private final FairGate gate = new FairGate(pool, PLACES);

    @Test
    void whileTheDatabaseIsSilentOneAsksItAndAllOthersHearSoAtOnce() throws Exception {
        pool.fallsSilent();
        assertThatThrownBy(gate::getConnection).hasMessage("nothing came");
        var asking = begin(gate::getConnection);
        Awaitility.await().until(() -> pool.asked.get() == 2);

        for (int i = 0; i < 10 * PLACES; i++) {
            assertThatThrownBy(gate::getConnection)
                    .isInstanceOf(SQLTransientConnectionException.class)
                    .hasMessage("The database does not answer");
        }
        assertThat(pool.asked).hasValue(2);
        pool.speaksAgain();
        assertThat(asking.get()).isNotNull();
        for (int i = 1; i < PLACES; i++) {
            assertThat(gate.getConnection()).isNotNull();
        }
    }

    @Test
    void theOneThatAsksInVainLeavesItToTheNext() {
        pool.fallsSilent();
        pool.answers.countDown();
        for (int i = 0; i < 10 * PLACES; i++) {
            assertThatThrownBy(gate::getConnection).hasMessage("nothing came");
        }
        assertThat(pool.asked).hasValue(10 * PLACES);
    }

    @Test
    void whoeverCameFirstGoesFirst() throws Exception {
        var taken = takeAll();
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var waiting = new ArrayList<FutureTask<Connection>>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            waiting.add(begin(() -> {
                var connection = gate.getConnection();
                order.add(number);
                return connection;
            }));
        }
        for (int i = 0; i < 3; i++) {
            assertThat(order).hasSize(i);
            taken.get(i).close();
            assertThat(waiting.get(i).get()).isNotNull();
        }
        assertThat(order).containsExactly(0, 1, 2);
    }

    @Test
    void aPlaceIsGivenBackOnceHoweverOftenItIsClosed() throws Exception {
        var taken = takeAll();
        taken.getFirst().close();
        taken.getFirst().close();
        var next = begin(gate::getConnection, false);
        assertThat(next.get()).isNotNull();
        var beyond = begin(gate::getConnection);
        assertThat(beyond).isNotDone();
        taken.get(1).close();
        assertThat(beyond.get()).isNotNull();
    }

    private List<Connection> takeAll() throws SQLException {
        var taken = new ArrayList<Connection>();
        for (int i = 0; i < PLACES; i++) {
            taken.add(gate.getConnection());
        }
        return taken;
    }

    private static FutureTask<Connection> begin(Callable<Connection> work) {
        return begin(work, true);
    }

    /** Starts it and, if asked to, waits until it waits. */
    private static FutureTask<Connection> begin(Callable<Connection> work, boolean untilItWaits) {
        var task = new FutureTask<>(work);
        var thread = Thread.ofPlatform().daemon().start(task);
        if (untilItWaits) {
            Awaitility.await().until(() -> switch (thread.getState()) {
                case WAITING, TIMED_WAITING -> true;
                default -> false;
            });
        }
        return task;
    }

    /** Connections that do nothing; or, in silence, none, as late as the test likes. */
    private static final class Pool extends HikariDataSource {

        final AtomicInteger asked = new AtomicInteger();
        final CountDownLatch answers = new CountDownLatch(1);
        private volatile boolean silent;

        void fallsSilent() {
            silent = true;
        }

        void speaksAgain() {
            silent = false;
            answers.countDown();
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (asked.incrementAndGet() > 1 && silent) {
                await();
            }
            if (silent) {
                throw new SQLTransientConnectionException("nothing came");
            }
            return (Connection) Proxy.newProxyInstance(
                    FairGateTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> null);
        }

        private void await() {
            try {
                answers.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package io.stoa.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.StoaTest;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
@Import(EventLogTest.Listeners.class)
class EventLogTest {

    private static final String TYPE = "test.happened";

    @Autowired
    EventLog log;

    /** Draws its numbers at once, where the log waits for the commit: what readers must stand all the same. */
    @Autowired
    LogTable early;

    @Autowired
    Cursors cursors;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @Autowired
    Counting counting;

    @Autowired
    Stumbling stumbling;

    @Test
    void anEventWithoutTheTransactionOfItsFactIsRefused() {
        assertThatThrownBy(() -> log.append(happened("lonely", 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsUndoneWithinATransactionIsNotTold() {
        transaction.executeWithoutResult(status -> {
            log.append(happened("kept:1", 1));
            var savepoint = status.createSavepoint();
            log.append(happened("undone:1", 1));
            status.rollbackToSavepoint(savepoint);
            log.append(happened("kept:2", 1));
        });
        assertThat(log.about("kept:1", 5)).hasSize(1);
        assertThat(log.about("kept:2", 5)).hasSize(1);
        assertThat(log.about("undone:1", 5)).isEmpty();
    }

    /** Writers commit late and out of order, and a third of them roll back: the reader must see the rest, once, in order. */
    @Test
    void everyCommittedEventTakesEffectOnceAndInTheOrderOfItsKey() {
        int writers = 16;
        int rounds = 60;
        long test = System.nanoTime();
        var committed = new ConcurrentHashMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                var random = new Random(w);
                var key = "race:" + w % 4 + "-" + test;
                threads.execute(() -> {
                    for (int i = 1; i <= rounds; i++) {
                        writeOrRollBack(key, random, committed);
                    }
                });
            }
        }
        int expected = committed.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(expected).isPositive();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(counted(committed.keySet())).isEqualTo(committed));
        assertThat(counting.outOfOrder).hasValue(0);
    }

    @Test
    void anEventWhoseTransactionCommitsLateIsNotPassedOver() throws InterruptedException {
        var appended = new CountDownLatch(1);
        var othersAreThrough = new CountDownLatch(1);
        var slow = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    early.append(List.of(happened("late:slow", 1)));
                    appended.countDown();
                    awaitUninterruptibly(othersAreThrough);
                }));
        appended.await();
        append(happened("late:quick", 1));
        Awaitility.await().during(Duration.ofMillis(600)).until(() -> counting.count("late:quick") == 0);
        othersAreThrough.countDown();
        slow.join();
        Awaitility.await().until(() -> counting.count("late:slow") == 1 && counting.count("late:quick") == 1);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    @Test
    void aKeyThatKeepsFailingIsParkedWithItsCauseWhileOthersGoOn() {
        append(happened("bad:1", 1), happened("good:1", 1), happened("bad:1", 2), happened("good:1", 2));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> stumbling.handled("good:1") == 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> cursors.parked(10).stream()
                        .anyMatch(parked ->
                                parked.key().equals("bad:1") && parked.cause().contains("cannot stand")));
        stumbling.healed = true;
        assertThat(cursors.retry("test-stumbling", "bad:1")).isTrue();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> stumbling.handled("bad:1") == 2);
        assertThat(cursors.parked(10)).isEmpty();
    }

    @Test
    void aProjectionIsRebuiltFromTheFirstEvent() {
        append(happened("again:1", 1), happened("again:1", 2));
        Awaitility.await().until(() -> counting.count("again:1") == 2);
        int before = database.sql("UPDATE test_count SET count = 999 WHERE key = 'again:1'")
                .update();
        assertThat(before).isOne();
        cursors.rebuild("test-counting");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> counting.count("again:1") == 2);
    }

    private void writeOrRollBack(String key, Random random, Map<String, Integer> committed) {
        boolean rollBack = random.nextInt(3) == 0;
        transaction.executeWithoutResult(status -> {
            var row = database.sql("""
                    INSERT INTO test_fact (key, version) VALUES (:key, 1)
                    ON CONFLICT (key) DO UPDATE SET version = test_fact.version + 1
                    RETURNING version
                    """).param("key", key).query(Long.class).single();
            early.append(List.of(happened(key, row)));
            if (rollBack) {
                status.setRollbackOnly();
            }
        });
        if (!rollBack) {
            committed.merge(key, 1, Integer::sum);
        }
    }

    private Map<String, Integer> counted(Set<String> keys) {
        var counts = new ConcurrentHashMap<String, Integer>();
        keys.forEach(key -> counts.put(key, counting.count(key)));
        return counts;
    }

    private void append(NewEvent... events) {
        transaction.executeWithoutResult(status -> log.append(events));
    }

    private static NewEvent happened(String key, long version) {
        return NewEvent.of(TYPE, key, version, Touchpoint.SYSTEM, Map.of("n", version));
    }

    /** Counts events per key in the database and notices disorder. */
    static class Counting implements Listener {

        final AtomicInteger outOfOrder = new AtomicInteger();
        private final JdbcClient database;

        Counting(JdbcClient database) {
            this.database = database;
            database.sql("CREATE TABLE IF NOT EXISTS test_fact (key text PRIMARY KEY, version bigint)")
                    .update();
            database.sql("CREATE TABLE IF NOT EXISTS test_count (key text PRIMARY KEY, count int, version bigint)")
                    .update();
        }

        @Override
        public String name() {
            return "test-counting";
        }

        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public void on(List<Event> events) {
            events.forEach(this::count);
        }

        @Override
        public void reset() {
            database.sql("DELETE FROM test_count").update();
        }

        private void count(Event event) {
            var last = database.sql("SELECT version FROM test_count WHERE key = :key")
                    .param("key", event.key())
                    .query(Long.class)
                    .optional();
            if (last.isPresent() && last.get() >= event.keyVersion()) {
                outOfOrder.incrementAndGet();
            }
            database.sql("""
                    INSERT INTO test_count (key, count, version) VALUES (:key, 1, :version)
                    ON CONFLICT (key) DO UPDATE SET count = test_count.count + 1, version = :version
                    """)
                    .param("key", event.key())
                    .param("version", event.keyVersion())
                    .update();
        }

        int count(String key) {
            return database.sql("SELECT count FROM test_count WHERE key = :key")
                    .param("key", key)
                    .query(Integer.class)
                    .optional()
                    .orElse(0);
        }
    }

    /** Cannot stand keys that begin with {@code bad} until it is healed. */
    static class Stumbling implements Listener {

        volatile boolean healed;
        private final List<String> keys = new ArrayList<>();

        @Override
        public String name() {
            return "test-stumbling";
        }

        @Override
        public Set<String> types() {
            return Set.of(TYPE);
        }

        @Override
        public synchronized void on(List<Event> events) {
            if (!healed && events.stream().anyMatch(event -> event.key().startsWith("bad"))) {
                throw new IllegalArgumentException("I cannot stand this");
            }
            events.forEach(event -> keys.add(event.key()));
        }

        synchronized long handled(String key) {
            return keys.stream().filter(key::equals).count();
        }
    }

    @TestConfiguration
    static class Listeners {

        @Bean
        Counting counting(JdbcClient database) {
            return new Counting(database);
        }

        @Bean
        Stumbling stumbling() {
            return new Stumbling();
        }
    }
}

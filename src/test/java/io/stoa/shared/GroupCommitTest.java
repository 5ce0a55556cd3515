package io.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch mayWrite = new CountDownLatch(1);

    @Test
    void whatComesWhileABatchIsWrittenIsTheNextBatch() throws Exception {
        try (var commit = new GroupCommit<>("test", 100, 100, PATIENCE, this::written)) {
            var first = commit.enqueue(0);
            awaitBatches(1);
            var others = IntStream.rangeClosed(1, 10).mapToObj(commit::enqueue).toList();
            mayWrite.countDown();
            assertThat(first.get()).isEqualTo("0");
            assertThat(others).extracting(CompletableFuture::join).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        }
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    @Test
    void aRequestThatCannotBeServedFailsAlone() {
        try (var commit = new GroupCommit<>("test", 100, 100, PATIENCE, this::written)) {
            var first = commit.enqueue(0);
            awaitBatches(1);
            var others = List.of(commit.enqueue(1), commit.enqueue(-1), commit.enqueue(2));
            mayWrite.countDown();
            assertThat(first.join()).isEqualTo("0");
            assertThat(others.get(0).join()).isEqualTo("1");
            assertThat(others.get(2).join()).isEqualTo("2");
            assertThatThrownBy(others.get(1)::join).hasRootCauseMessage("No negative numbers");
        }
    }

    @Test
    void whatOneGroupPreparesAnotherWrites() {
        mayWrite.countDown();
        try (var writing = new GroupCommit<>("writing", 100, 100, PATIENCE, this::written);
                var preparing = new GroupCommit<String, CompletableFuture<String>>(
                        "preparing", 100, 100, PATIENCE, all -> all.stream().map(Integer::valueOf).map(writing::enqueue).toList())) {
            String seven = preparing.submit("7", written -> written);
            assertThat(seven).isEqualTo("7");
            assertThatThrownBy(() -> preparing.submit("-7", written -> written)).hasMessage("No negative numbers");
        }
    }

    @Test
    void whoseCallerHasGivenUpIsNotRunAndAFullQueueIsOverloaded() {
        try (var commit = new GroupCommit<>("test", 1, 1, Duration.ofMillis(300), this::written)) {
            var first = commit.enqueue(0);
            awaitBatches(1);
            assertThatThrownBy(() -> commit.submit(1))
                    .isInstanceOf(GroupCommit.Overloaded.class)
                    .hasMessageContaining("in time");
            assertThatThrownBy(() -> commit.submit(2))
                    .isInstanceOf(GroupCommit.Overloaded.class)
                    .hasMessageContaining("Too many");
            mayWrite.countDown();
            assertThat(first.join()).isEqualTo("0");
            awaitEmptyQueue(commit);
            assertThat(commit.submit(3)).isEqualTo("3");
        }
        assertThat(batches).containsExactly(List.of(0), List.of(3));
    }

    /** Asking it again for each of them would keep the last one waiting for minutes. */
    @ParameterizedTest
    @MethodSource("away")
    void aDatabaseThatIsAwayFailsAllOfABatchAtOnce(RuntimeException away) {
        try (var commit = new GroupCommit<Integer, String>("test", 100, 100, PATIENCE, batch -> {
            var ignored = written(batch);
            throw away;
        })) {
            var first = commit.enqueue(0);
            awaitBatches(1);
            var others = IntStream.rangeClosed(1, 10).mapToObj(commit::enqueue).toList();
            mayWrite.countDown();
            assertThat(Stream.concat(Stream.of(first), others.stream()))
                    .allSatisfy(one -> assertThatThrownBy(one::join).hasCause(away));
        }
        assertThat(batches).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    }

    static List<RuntimeException> away() {
        return List.of(
                new CannotCreateTransactionException("no connection"), new DataAccessResourceFailureException("broken"));
    }

    @Test
    void whoWaitsWhenItClosesIsToldAndWhatIsBeingWrittenIsFinished() {
        var mayFinish = new CompletableFuture<String>();
        var commit = new GroupCommit<Integer, String>("test", 100, 100, PATIENCE, batch -> {
            batches.add(batch);
            return List.of(mayFinish.join());
        });
        var first = commit.enqueue(0);
        awaitBatches(1);
        var second = commit.enqueue(1);
        commit.close();
        var late = commit.enqueue(2);
        assertThatThrownBy(late::join).hasCauseInstanceOf(GroupCommit.Overloaded.class);
        assertThat(List.of(first, second)).noneMatch(CompletableFuture::isDone);
        mayFinish.complete("0");
        assertThat(first.join()).isEqualTo("0");
        assertThat(second)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withCauseInstanceOf(GroupCommit.Overloaded.class)
                .withMessageContaining("stopping");
        assertThat(batches).containsExactly(List.of(0));
    }

    @Test
    void aCallersTransactionIsRefused() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try (var commit = new GroupCommit<>("test", 1, 1, PATIENCE, this::written)) {
            assertThatThrownBy(() -> commit.submit(1)).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(batches).isEmpty();
    }

    private List<String> written(List<Integer> batch) {
        batches.add(batch);
        try {
            mayWrite.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        if (batch.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("No negative numbers");
        }
        return batch.stream().map(String::valueOf).toList();
    }

    private void awaitBatches(int count) {
        Awaitility.await().until(() -> batches.size() == count);
    }

    /** One whose caller has given up keeps its place until the writer comes by. */
    private static void awaitEmptyQueue(GroupCommit<?, ?> commit) {
        Awaitility.await().until(() -> commit.waiting() == 0);
    }
}

package io.stoa.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Turns concurrent requests into one durable write. Requests wait in a bounded queue; the writer takes all that are there
 * when it gets free (up to the batch limit), runs them as one, and hands each caller its own outcome. There is no timer:
 * under light load a batch is one request and pays nothing. Correctness never depends on how requests were grouped.
 *
 * <p>When a batch fails, its requests are run one by one, so that a request that cannot be served fails alone. A request whose
 * caller has given up before its turn is not run. What one group commit prepares another may write: {@link #submit(Object,
 * Function)}. Thread-safe.
 *
 * @param <Q> a request
 * @param <A> its outcome
 */
public final class GroupCommit<Q, A> implements AutoCloseable {

    /** How often those who were just answered get a turn of the processor before the next batch is closed. */
    private static final int TURNS_MAX = 10;

    private final Function<List<Q>, List<A>> batch;
    private final BlockingQueue<Waiting<Q, A>> queue;
    private final int batchMax;
    private final Duration patience;
    private final Thread writer;
    private volatile boolean open = true;

    private record Waiting<Q, A>(Q request, CompletableFuture<A> outcome) {}

    /**
     * The queue is full or too slow. What was waiting is not done any more; what was being done may be. Only asking again with the
     * same key tells, and is safe.
     */
    public static final class Overloaded extends RuntimeException {
        Overloaded(String message) {
            super(message);
        }
    }

    /**
     * @param batch runs requests in the order given and answers one outcome each, in one transaction of its own
     * @param patience how long a caller waits in all before {@link Overloaded}
     */
    public GroupCommit(String name, int queueMax, int batchMax, Duration patience, Function<List<Q>, List<A>> batch) {
        this.batch = batch;
        this.batchMax = batchMax;
        this.patience = patience;
        this.queue = new ArrayBlockingQueue<>(queueMax, true);
        this.writer = Thread.ofPlatform().daemon().name(name).unstarted(this::write);
        writer.start();
    }

    /**
     * Waits until the request is durable and answers its outcome.
     *
     * @throws Overloaded when the queue is full, or the outcome took longer than the patience
     * @throws IllegalStateException inside a caller's transaction, which the batch could not see
     */
    public A submit(Q request) {
        return submit(request, CompletableFuture::completedFuture);
    }

    /** Waits until what the batch answered has in turn become something, such as a prepared order a written one. */
    public <B> B submit(Q request, Function<A, CompletableFuture<B>> next) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A group commit cannot join a transaction");
        }
        var first = enqueue(request);
        var second = new AtomicReference<CompletableFuture<B>>();
        try {
            return await(first.thenCompose(answer -> second.updateAndGet(none -> next.apply(answer))));
        } catch (Overloaded givenUp) {
            first.cancel(false);
            Optional.ofNullable(second.get()).ifPresent(one -> one.cancel(false));
            throw givenUp;
        }
    }

    /** Does not wait. An {@link Overloaded} queue is an outcome like another. */
    public CompletableFuture<A> enqueue(Q request) {
        var waiting = new Waiting<Q, A>(request, new CompletableFuture<>());
        if (!open || !queue.offer(waiting)) {
            waiting.outcome().completeExceptionally(new Overloaded("Too many requests wait already"));
        }
        return waiting.outcome();
    }

    /** How many requests wait now; for metrics. */
    public int waiting() {
        return queue.size();
    }

    @Override
    public void close() {
        open = false;
        writer.interrupt();
    }

    private <B> B await(CompletableFuture<B> outcome) {
        try {
            return outcome.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Overloaded("The writer did not come round in time");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Overloaded("Interrupted while waiting");
        } catch (java.util.concurrent.ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failure);
        }
    }

    private void write() {
        int last = 0;
        while (open) {
            try {
                var requests = new ArrayList<Waiting<Q, A>>();
                requests.add(queue.take());
                letReturn(last - 1);
                queue.drainTo(requests, batchMax - 1);
                run(requests);
                last = requests.size();
            } catch (InterruptedException stop) {
                open = false;
            }
        }
        queue.forEach(left -> left.outcome().completeExceptionally(new Overloaded("Stoa is stopping")));
    }

    /**
     * On a busy machine the callers of the batch before are ready to ask again but have not had the processor yet. Larger
     * batches are all that depends on it.
     */
    @SuppressWarnings("ThreadPriorityCheck")
    private void letReturn(int callers) {
        for (int turn = 0; turn < TURNS_MAX && queue.size() < callers; turn++) {
            Thread.yield();
        }
    }

    /** Runs those whose callers have not given up: nothing shall happen that somebody was told did not. */
    private void run(List<Waiting<Q, A>> taken) {
        var requests = taken.stream().filter(one -> !one.outcome().isDone()).toList();
        if (requests.isEmpty()) {
            return;
        }
        try {
            var outcomes = batch.apply(requests.stream().map(Waiting::request).toList());
            for (int i = 0; i < requests.size(); i++) {
                requests.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error failure) {
            alone(requests, failure);
        }
    }

    private void alone(List<Waiting<Q, A>> requests, Throwable failure) {
        if (requests.size() == 1 || isAway(failure)) {
            requests.forEach(request -> request.outcome().completeExceptionally(failure));
        } else {
            requests.forEach(request -> run(List.of(request)));
        }
    }

    /** No request is to blame for a database that is not there, and asking it again for each would take minutes. */
    private static boolean isAway(Throwable failure) {
        return failure instanceof CannotCreateTransactionException || failure instanceof DataAccessResourceFailureException;
    }
}

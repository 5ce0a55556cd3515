package io.stoa.live;

import io.stoa.access.SignInEnded;
import io.stoa.events.Event;
import io.stoa.events.Tail;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Knows who follows what and drops each change of the log into the mailboxes of those who follow it. An event costs a look-up
 * per topic, not one per client. Thread-safe.
 */
@Component
public class Live implements SmartLifecycle {

    /** The most streams that are open at once in this process. */
    static final int STREAMS_MAX = 5_000;

    /** A page is rendered a moment before its stream opens; what happened in this time before is told again. */
    private static final Duration RENDERING = Duration.ofSeconds(5);

    private static final int RENDERING_EVENTS_MAX = 500;
    private static final int BATCH = 1_000;
    private static final int MISSED_MAX = 10_000;

    private final Tail tail;
    private final Map<String, Set<Mailbox>> followers = new ConcurrentHashMap<>();
    private final Map<String, Set<Mailbox>> owned = new ConcurrentHashMap<>();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean running;
    private Tail.@Nullable Subscription subscription;

    Live(Tail tail) {
        this.tail = tail;
    }

    /** Tells everybody who follows the topic to look again, for what changed outside the log. */
    public void tell(String topic) {
        followers.getOrDefault(topic, Set.of()).forEach(mailbox -> mailbox.put(topic, 0, Instant.now()));
    }

    /** Whether anybody follows the topic. */
    public boolean isFollowed(String topic) {
        return followers.containsKey(topic);
    }

    /**
     * A mailbox that holds what was missed after a position of the log, or of the last seconds when there is none, and gets
     * what comes. Empty when too many are open.
     */
    Optional<Mailbox> open(Set<String> topics, String owner, @Nullable Long after) {
        if (streams.incrementAndGet() > STREAMS_MAX) {
            streams.decrementAndGet();
            return Optional.empty();
        }
        long from = after == null ? Math.max(0, tail.position() - RENDERING_EVENTS_MAX) : Math.max(0, after);
        var mailbox = new Mailbox(topics, owner, from);
        owned.compute(owner, (name, all) -> with(all, mailbox));
        topics.forEach(topic -> followers.compute(topic, (name, all) -> with(all, mailbox)));
        try {
            catchUp(mailbox, after == null ? Instant.now().minus(RENDERING) : Instant.MIN);
        } catch (RuntimeException failure) {
            close(mailbox);
            throw failure;
        }
        if (!running) {
            mailbox.close();
        }
        return Optional.of(mailbox);
    }

    void close(Mailbox mailbox) {
        mailbox.topics().forEach(topic -> followers.computeIfPresent(topic, (name, all) -> without(all, mailbox)));
        owned.computeIfPresent(mailbox.owner(), (name, all) -> without(all, mailbox));
        streams.decrementAndGet();
    }

    private void catchUp(Mailbox mailbox, Instant since) {
        if (tail.position() - mailbox.start() > MISSED_MAX) {
            mailbox.topics().forEach(topic -> mailbox.put(topic, tail.position(), null));
            return;
        }
        long from = mailbox.start();
        for (int round = 0; round <= MISSED_MAX / BATCH; round++) {
            var missed = tail.since(from, BATCH);
            missed.stream().filter(event -> event.at().isAfter(since)).forEach(event -> put(event, mailbox));
            if (missed.size() < BATCH) {
                return;
            }
            from = missed.getLast().seq();
        }
    }

    private static void put(Event event, Mailbox mailbox) {
        Topics.of(event).forEach(topic -> mailbox.put(topic, event.seq(), event.at()));
    }

    /**
     * Where somebody's sign-in ends, all their streams do, before anything that the log tells after it: each browser comes back
     * with its position and is asked again who it is.
     */
    private void deliver(Event event) {
        if (event.type().equals(SignInEnded.TYPE)) {
            owned.getOrDefault(SignInEnded.actor(event), Set.of()).forEach(Mailbox::close);
        }
        if (followers.isEmpty()) {
            return;
        }
        for (var topic : Topics.of(event)) {
            for (var mailbox : followers.getOrDefault(topic, Set.of())) {
                mailbox.put(topic, event.seq(), event.at());
            }
        }
    }

    private static Set<Mailbox> with(@Nullable Set<Mailbox> all, Mailbox one) {
        Set<Mailbox> more = all == null ? ConcurrentHashMap.newKeySet() : all;
        more.add(one);
        return more;
    }

    private static @Nullable Set<Mailbox> without(Set<Mailbox> all, Mailbox one) {
        all.remove(one);
        return all.isEmpty() ? null : all;
    }

    @Override
    public void start() {
        running = true;
        subscription = tail.follow(events -> events.forEach(this::deliver));
    }

    /** Lets all streams end, before the server waits for the requests under way. */
    @Override
    public void stop() {
        running = false;
        if (subscription != null) {
            subscription.close();
        }
        followers.values().forEach(all -> all.forEach(Mailbox::close));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.stoa.office;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.Tail;
import io.stoa.live.Live;
import io.stoa.orders.facts.OrderPlaced;
import io.stoa.shared.Channel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What the board remembers of the last minutes: orders by door, the newest events worth telling, and how long events took
 * from their commit to here. In memory, since this process started. Tells open boards once a second that something moved.
 */
@Component
class Pulse {

    static final String TOPIC = "board";
    static final int BUCKETS = 60;

    private static final Duration BUCKET = Duration.ofSeconds(10);
    private static final int BUCKETS_A_MINUTE = 6;
    private static final int TOLD_MAX = 14;
    private static final int LATENCIES = 2_000;

    private final Live live;
    private final EventLog log;
    private final Clock clock;
    private final Instant since;
    private final Map<Channel, Counts> doors = new EnumMap<>(Channel.class);
    private final Deque<Event> told = new ArrayDeque<>();
    private final long[] micros = new long[LATENCIES];
    private int measured;
    private boolean moved = true;

    Pulse(Live live, EventLog log, Tail tail, Clock clock) {
        this.live = live;
        this.log = log;
        this.clock = clock;
        this.since = clock.instant();
        var _ = tail.follow(this::see);
    }

    /** Orders through one door: since the start, in the last minute, and per ten seconds of the last ten minutes. */
    record Orders(Channel door, long total, long lastMinute, List<Long> buckets) {}

    /** Half of the events arrived within the first, 99 % within the second time. */
    record Propagation(Duration p50, Duration p99, int measured) {}

    Instant since() {
        return since;
    }

    synchronized List<Orders> orders() {
        long now = bucket(clock.instant());
        return doors.entrySet().stream()
                .map(door -> door.getValue().orders(door.getKey(), now))
                .toList();
    }

    /** Newest first. */
    synchronized List<Event> told() {
        return new ArrayList<>(told);
    }

    synchronized Propagation propagation() {
        int count = Math.min(measured, LATENCIES);
        if (count == 0) {
            return new Propagation(Duration.ZERO, Duration.ZERO, 0);
        }
        var sorted = Arrays.copyOf(micros, count);
        Arrays.sort(sorted);
        return new Propagation(micros(sorted[count / 2]), micros(sorted[(int) (count * 0.99)]), count);
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void remember() {
        if (told.isEmpty()) {
            log.latest(200).stream().filter(Wording::isTold).limit(TOLD_MAX).forEach(told::addLast);
        }
    }

    @Scheduled(fixedRate = 1_000)
    void tick() {
        if (takeMoved() && live.isFollowed(TOPIC)) {
            live.tell(TOPIC);
        }
    }

    /** What boards show besides is newer now. */
    synchronized void nudge() {
        moved = true;
    }

    private synchronized boolean takeMoved() {
        boolean had = moved;
        moved = false;
        return had;
    }

    private synchronized void see(List<Event> events) {
        var now = clock.instant();
        moved = true;
        for (var event : events) {
            if (event.channel() != Channel.IMPORT) {
                see(event, now);
            }
        }
        if (measured > 2 * LATENCIES) {
            measured -= LATENCIES;
        }
        while (told.size() > TOLD_MAX) {
            told.removeLast();
        }
    }

    private void see(Event event, Instant now) {
        micros[measured++ % LATENCIES] =
                Math.max(0, Duration.between(event.at(), now).toNanos() / 1_000);
        if (event.type().equals(OrderPlaced.TYPE)) {
            doors.computeIfAbsent(event.channel(), door -> new Counts()).add(bucket(event.at()));
        }
        if (Wording.isTold(event)) {
            told.addFirst(event);
        }
    }

    private static long bucket(Instant moment) {
        return moment.getEpochSecond() / BUCKET.toSeconds();
    }

    private static Duration micros(long value) {
        return Duration.ofNanos(value * 1_000);
    }

    /** A ring of buckets, each with the number of the ten seconds that it counts. */
    private static final class Counts {
        private final long[] counts = new long[BUCKETS + 1];
        private final long[] numbers = new long[BUCKETS + 1];
        private long total;

        void add(long number) {
            int place = (int) (number % counts.length);
            if (numbers[place] != number) {
                numbers[place] = number;
                counts[place] = 0;
            }
            counts[place]++;
            total++;
        }

        Orders orders(Channel door, long now) {
            var all = new ArrayList<Long>();
            for (long number = now - BUCKETS + 1; number <= now; number++) {
                all.add(at(number));
            }
            long minute = 0;
            for (long number = now - BUCKETS_A_MINUTE; number < now; number++) {
                minute += at(number);
            }
            return new Orders(door, total, minute, all);
        }

        private long at(long number) {
            int place = (int) (number % counts.length);
            return numbers[place] == number ? counts[place] : 0;
        }
    }
}

package io.stoa.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of one SKU. What others gave back is heard from the log, perhaps after the sale of the same pieces was
 * acknowledged; but it stands in the log before the end that the log had then. So a promise beyond what there was is
 * suspected first, and proven when the log was heard up to that end and nothing before it gave the pieces back. What was
 * given back later excuses nothing, and what is proven stays proven.
 */
final class Account {

    /** A suspicion that is older counts as oversold until the log was heard: a log that is silent must not hide a mistake. */
    static final Duration DOUBT_MAX = Duration.ofSeconds(5);

    private long putIn;
    private long promised;
    private long givenBack;
    private long proven;
    /** How much of today's excess is proven already. */
    private long explained;

    private final List<Suspicion> suspicions = new ArrayList<>();

    private static final class Suspicion {
        final long end;
        final long since;
        long pieces;

        Suspicion(long pieces, long end, long since) {
            this.pieces = pieces;
            this.end = end;
            this.since = since;
        }
    }

    void putIn(long pieces) {
        putIn += pieces;
        forget();
    }

    void promised(long pieces) {
        promised += pieces;
    }

    /** Noted before it was asked for: it excuses what comes, and no promise that was made already. */
    void givenBack(long pieces) {
        givenBack += pieces;
        forget();
    }

    /** Heard at this place of the log: it excuses the promises that were acknowledged when the log was at least that long. */
    void givenBack(long pieces, long at) {
        long left = pieces;
        for (var suspicion : suspicions) {
            if (at <= suspicion.end) {
                long excused = Math.min(left, suspicion.pieces);
                suspicion.pieces -= excused;
                left -= excused;
            }
        }
        givenBack(pieces);
    }

    /** How many pieces were promised beyond what there was that nobody has looked into yet. */
    long unexplained() {
        return excess() - explained - suspected();
    }

    void suspect(long end, long now) {
        suspicions.add(new Suspicion(unexplained(), end, now));
    }

    void heard(long position) {
        for (var suspicion : List.copyOf(suspicions)) {
            if (suspicion.end <= position) {
                suspicions.remove(suspicion);
                proven += suspicion.pieces;
                explained += suspicion.pieces;
            }
        }
        forget();
    }

    long oversold(long now) {
        return proven
                + suspicions.stream()
                        .filter(suspicion -> now - suspicion.since > DOUBT_MAX.toNanos())
                        .mapToLong(suspicion -> suspicion.pieces)
                        .sum();
    }

    long putIn() {
        return putIn;
    }

    long promised() {
        return promised;
    }

    long givenBack() {
        return givenBack;
    }

    /** An excess that is over does not explain the next one. */
    private void forget() {
        explained = Math.min(explained, Math.max(0, excess() - suspected()));
    }

    private long excess() {
        return promised - givenBack - putIn;
    }

    private long suspected() {
        return suspicions.stream().mapToLong(suspicion -> suspicion.pieces).sum();
    }
}

package io.stoa.sms;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits: taken out for a while, handed over outside any transaction, and what came of it is written down at once.
 * Who dies in between leaves a message that the carrier may have: it is asked before the message is given again. Any number of
 * processes may run it.
 */
@Component
class Courier {

    static final int TRIES_MAX = 6;

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int ROUND_MAX = 10;
    private static final int FORGET_MAX = 500;
    /** Longer than a round can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration AWAY = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(30);

    private final SmsTable table;
    private final Line line;
    private final HomeKey key;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Courier(SmsTable table, Line line, HomeKey key, EventLog log, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.line = line;
        this.key = key;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void run() {
        table.lapse(clock.instant());
        try {
            line.carrier().ifPresent(this::round);
        } catch (IllegalArgumentException unreadable) {
            LOG.debug("Text messages wait: {}", unreadable.getMessage());
        }
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        for (int gone = FORGET_MAX; gone == FORGET_MAX; ) {
            gone = table.forget(clock.instant().minus(KEPT), FORGET_MAX);
        }
    }

    void round(Carrier carrier) {
        var taken = table.take(clock.instant(), LEASE, ROUND_MAX);
        for (int i = 0; i < taken.size(); i++) {
            if (!delivered(taken.get(i), carrier)) {
                taken.subList(i + 1, taken.size()).forEach(one -> table.rest(one.id(), clock.instant().plus(AWAY), one.unclear()));
                return;
            }
        }
    }

    /** False when there is no talking to the carrier, so that it is no use to go on. */
    private boolean delivered(Envelope envelope, Carrier carrier) {
        var words = envelope.words().replace(Text.MARK, key.open(envelope.sealed()));
        var before = envelope.unclear() ? carrier.ask(envelope.to(), words) : new Delivery.NotNow("New");
        var answer = before instanceof Delivery.NotNow ? carrier.hand(envelope.to(), words) : before;
        switch (answer) {
            case Delivery.Taken() -> end(envelope, SmsState.SENT, null);
            case Delivery.Refused(var cause) -> end(envelope, SmsState.FAILED, cause);
            case Delivery.NotNow(var cause) -> later(envelope, cause, false);
            case Delivery.Unclear(var cause) -> later(envelope, cause, true);
            case Delivery.Away(var cause) -> {
                line.note(cause);
                table.rest(envelope.id(), clock.instant().plus(AWAY), envelope.unclear());
                return false;
            }
        }
        line.note(null);
        return true;
    }

    private void later(Envelope envelope, String cause, boolean unclear) {
        if (envelope.attempts() >= TRIES_MAX) {
            end(envelope, SmsState.FAILED, cause);
        } else {
            table.postpone(envelope.id(), due(envelope.attempts(), clock.instant()), cause, unclear);
        }
    }

    /** After 5, 10, 20, 40 and 80 seconds: a code is of use for minutes. */
    static Instant due(int attempts, Instant now) {
        return now.plus(FIRST_REST.multipliedBy(1L << (attempts - 1)));
    }

    private void end(Envelope envelope, SmsState state, @Nullable String cause) {
        var type = state == SmsState.SENT ? SmsChanged.SENT : SmsChanged.FAILED;
        transaction.executeWithoutResult(status -> {
            if (table.end(envelope.id(), state, cause, clock.instant())) {
                var facts = new SmsChanged(envelope.id(), envelope.kind(), envelope.attempts());
                log.append(NewEvent.of(type, "sms:" + envelope.id(), clock.millis(), Touchpoint.SYSTEM, facts));
            }
        });
    }
}

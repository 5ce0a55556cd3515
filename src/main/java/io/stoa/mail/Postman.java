package io.stoa.mail;

import io.stoa.brand.Brand;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits. A message is taken out for a while, handed over outside any transaction, and what came of it is written
 * down at once. Who dies in between, or hears no answer, sends it again: at least once, under the same Message-ID, by which
 * many mailboxes show the second one never. Any number of processes may run it.
 */
@Component
class Postman {

    static final int TRIES_MAX = 12;

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int ROUND_MAX = 20;
    private static final int FORGET_MAX = 500;
    /** Much longer than a round takes: it ends with the first message that hears nothing. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration FIRST_REST = Duration.ofMinutes(1);
    private static final Duration REST_MAX = Duration.ofHours(4);
    private static final Duration AWAY = Duration.ofSeconds(30);

    private final OutboxTable outbox;
    private final Postbox postbox;
    private final Brand brand;
    private final HomeKey key;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration kept;

    Postman(
            OutboxTable outbox,
            Postbox postbox,
            Brand brand,
            HomeKey key,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${stoa.mail.keep:90d}") Duration kept) {
        this.outbox = outbox;
        this.postbox = postbox;
        this.brand = brand;
        this.key = key;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(fixedDelayString = "${stoa.mail.send-every:1s}", initialDelayString = "${stoa.mail.send-every:1s}")
    void run() {
        outbox.lapse(clock.instant());
        try {
            postbox.server().ifPresent(this::round);
        } catch (IllegalArgumentException unreadable) {
            LOG.debug("Mail waits: {}", unreadable.getMessage());
        }
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        for (int gone = FORGET_MAX; gone == FORGET_MAX; ) {
            gone = outbox.forget(clock.instant().minus(kept), FORGET_MAX);
        }
    }

    private void round(SmtpServer server) {
        var taken = outbox.take(clock.instant(), LEASE, ROUND_MAX);
        if (taken.isEmpty()) {
            return;
        }
        try (var carrier = new Carrier(server, brand.kit().value().name())) {
            for (int i = 0; i < taken.size(); i++) {
                if (!delivered(taken.get(i), carrier)) {
                    rest(taken.subList(i + 1, taken.size()));
                    return;
                }
            }
        }
        postbox.note(null);
    }

    /** False when there is no talking to the server, so that it is no use to go on. */
    private boolean delivered(Envelope envelope, Carrier carrier) {
        switch (carrier.hand(envelope, opened(envelope))) {
            case Delivery.Taken() -> end(envelope, MessageState.SENT, null);
            case Delivery.Refused(var cause) -> end(envelope, MessageState.FAILED, cause);
            case Delivery.NotNow(var cause) -> later(envelope, cause);
            case Delivery.Unclear(var cause) -> {
                postbox.note(cause);
                later(envelope, "No clear answer, it may have arrived: " + cause);
                return false;
            }
            case Delivery.Away(var cause) -> {
                postbox.note(cause);
                outbox.postpone(envelope.id(), clock.instant().plus(AWAY), cause, false);
                return false;
            }
        }
        return true;
    }

    private Body opened(Envelope envelope) {
        var sealed = envelope.sealed();
        return sealed == null ? envelope.body() : envelope.body().with(key.open(sealed));
    }

    private void rest(List<Envelope> untried) {
        untried.forEach(one -> outbox.postpone(one.id(), clock.instant().plus(AWAY), "The server is away", false));
    }

    private void later(Envelope envelope, String cause) {
        if (envelope.attempts() >= TRIES_MAX) {
            end(envelope, MessageState.FAILED, cause);
        } else {
            outbox.postpone(envelope.id(), due(envelope.attempts(), clock.instant()), cause, true);
        }
    }

    /** After 1, 4, 16 and 64 minutes, then every four hours: for about a day and a half. */
    static Instant due(int attempts, Instant now) {
        var rest = FIRST_REST.multipliedBy(1L << Math.min(2 * (attempts - 1), 20));
        return now.plus(rest.compareTo(REST_MAX) < 0 ? rest : REST_MAX);
    }

    private void end(Envelope envelope, MessageState state, @Nullable String cause) {
        var type = state == MessageState.SENT ? MessageChanged.SENT : MessageChanged.FAILED;
        transaction.executeWithoutResult(status -> {
            if (outbox.end(envelope.id(), state, cause, clock.instant())) {
                var facts = new MessageChanged(envelope.id(), envelope.kind(), envelope.attempts());
                log.append(NewEvent.of(type, "mail:" + envelope.id(), clock.millis(), Touchpoint.SYSTEM, facts));
            }
        });
    }
}

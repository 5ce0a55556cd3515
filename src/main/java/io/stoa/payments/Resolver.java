package io.stoa.payments;

import io.stoa.payments.gateway.Gateways;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks about everything whose answer is not known: lost answers, calls that a crash cut off, movements begun in somebody's
 * transaction, holds to be let go. Any number of processes may run it; each takes rows that no other has.
 */
@Component
class Resolver {

    private static final Logger LOG = LoggerFactory.getLogger(Resolver.class);
    private static final int BATCH_MAX = 50;
    private static final int BATCHES_MAX = 20;

    private final PaymentTable payments;
    private final Movements movements;
    private final Errands errands;
    private final Clock clock;

    Resolver(PaymentTable payments, Movements movements, Errands errands, Gateways gateways, Clock clock) {
        this.payments = payments;
        this.movements = movements;
        this.errands = errands;
        this.clock = clock;
        gateways.onNotice(this::noticed);
    }

    /** What is due now, in bounded batches; what is left waits for the next round. */
    @Scheduled(fixedDelayString = "${stoa.payments.resolve-every:1s}", initialDelayString = "${stoa.payments.resolve-every:1s}")
    void run() {
        var now = clock.instant();
        for (int batch = 0; batch < BATCHES_MAX && runBatch(now); batch++) {
            LOG.debug("More payments are due to be asked about");
        }
    }

    /** A provider has news about a key. The news is fetched, not believed. */
    void noticed(String key) {
        var end = key.indexOf(':');
        if (end < 0) {
            paymentOf(key).ifPresent(errands::askAbout);
        } else {
            movements.byId(key.substring(end + 1))
                    .filter(movement -> movement.key().equals(key))
                    .ifPresent(errands::askAbout);
        }
    }

    private boolean runBatch(Instant now) {
        var duePayments = payments.due(now, BATCH_MAX);
        var dueMovements = movements.due(now, BATCH_MAX);
        together(duePayments, errands::askAbout);
        together(dueMovements, errands::askAbout);
        return duePayments.size() == BATCH_MAX || dueMovements.size() == BATCH_MAX;
    }

    /** One slow answer must not keep the others waiting. */
    private static <T> void together(List<T> rows, Consumer<T> errand) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.forEach(row -> threads.execute(() -> alone(row, errand)));
        }
    }

    /** One that fails stays due and must not keep the others from being asked about. */
    private static <T> void alone(T row, Consumer<T> errand) {
        try {
            errand.accept(row);
        } catch (RuntimeException failure) {
            LOG.warn("Asking about a payment failed and is tried again", failure);
        }
    }

    Optional<StoredPayment> paymentOf(String key) {
        return number(key).flatMap(id -> payments.byIds(List.of(id)).stream()
                .filter(payment -> payment.gatewayKey().equals(key))
                .findFirst());
    }

    private static Optional<PaymentId> number(String key) {
        var digits = key.substring(0, Math.max(0, key.indexOf('-')));
        return digits.matches("[1-9][0-9]{0,17}") ? Optional.of(new PaymentId(Long.parseLong(digits))) : Optional.empty();
    }
}

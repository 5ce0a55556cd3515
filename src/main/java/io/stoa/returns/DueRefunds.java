package io.stoa.returns;

import io.stoa.shared.Touchpoint;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries again what is due, each return in a transaction of its own. Any number of processes may run it. */
@Component
class DueRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(DueRefunds.class);
    private static final int ROUND_MAX = 200;

    private final ReturnTable returns;
    private final GivingBack givingBack;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DueRefunds(ReturnTable returns, GivingBack givingBack, TransactionTemplate transaction, Clock clock) {
        this.returns = returns;
        this.givingBack = givingBack;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${stoa.returns.retry-every:1s}",
            initialDelayString = "${stoa.returns.retry-every:1s}")
    void run() {
        returns.takeDue(clock.instant(), ROUND_MAX).forEach(this::goOn);
    }

    private void goOn(ReturnId id) {
        try {
            transaction.executeWithoutResult(
                    status -> returns.lock(id).ifPresent(document -> givingBack.goOn(document, Touchpoint.SYSTEM)));
        } catch (RuntimeException failure) {
            LOG.warn("The refund of return {} failed and is tried again", id, failure);
        }
    }
}

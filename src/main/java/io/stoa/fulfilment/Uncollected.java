package io.stoa.fulfilment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Reminds those who did not come for their pickups yet, and puts back on the shelf what nobody came for in time, so that somebody
 * else can buy it and the money goes back. Any number of processes may run it.
 */
@Component
class Uncollected {

    private static final Logger LOG = LoggerFactory.getLogger(Uncollected.class);

    private final Work work;

    Uncollected(Work work) {
        this.work = work;
    }

    /** One that fails is tried again in the next round and keeps no other waiting. */
    @Scheduled(fixedDelayString = "${stoa.fulfilment.uncollected-every:5s}")
    void release() {
        var some = work.overdueAfter(0);
        while (!some.isEmpty()) {
            some.forEach(this::release);
            some = work.overdueAfter(some.getLast().value());
        }
    }

    @Scheduled(fixedDelayString = "${stoa.fulfilment.uncollected-every:5s}")
    void remind() {
        var some = work.unremindedAfter(0);
        while (!some.isEmpty()) {
            some.forEach(this::remind);
            some = work.unremindedAfter(some.getLast().value());
        }
    }

    private void remind(ShipmentId id) {
        try {
            var outcome = work.remind(id);
            LOG.debug("Pickup {} is not collected yet: {}", id, outcome instanceof ShipmentOutcome.Done ? "reminded" : outcome);
        } catch (RuntimeException failure) {
            LOG.warn("The customer of pickup {} cannot be reminded yet", id, failure);
        }
    }

    private void release(ShipmentId id) {
        try {
            var outcome = work.overdue(id);
            if (outcome instanceof ShipmentOutcome.Done) {
                LOG.info("Pickup {} was not collected in time and is put back", id);
            } else {
                LOG.debug("Pickup {} is not put back now: {}", id, outcome);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Pickup {} that nobody came for cannot be put back yet", id, failure);
        }
    }
}

package io.stoa.inventory;

import java.time.Clock;
import java.util.HashSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Frees the pieces of holds whose time is over, within a second. Several processes may sweep at once. */
@Component
public class Sweeper {

    private static final int ROWS_MAX = 200;
    private static final int ROUNDS_MAX = 50;

    private final HoldTable holds;
    private final Inventory inventory;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweeper(HoldTable holds, Inventory inventory, TransactionTemplate transaction, Clock clock) {
        this.holds = holds;
        this.inventory = inventory;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500)
    void sweepRegularly() {
        int ignored = sweep();
    }

    /** Sweeps until nothing is due and answers how many owners lost their hold; for whoever finds too little, before giving up. */
    public int sweep() {
        int total = 0;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            int swept = sweepSome();
            total += swept;
            if (swept == 0) {
                return total;
            }
        }
        return total;
    }

    private int sweepSome() {
        return transaction.execute(status -> {
            var owners = new HashSet<>(holds.lockDue(clock.instant(), ROWS_MAX));
            if (!owners.isEmpty()) {
                inventory.expired(owners);
            }
            return owners.size();
        });
    }
}

package io.stoa.shared;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Runs something once what the caller wrote can be seen by others: after its commit, or at once without a transaction. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Never runs when the caller's transaction is rolled back. */
    public static void run(Runnable effect) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            effect.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                effect.run();
            }
        });
    }
}

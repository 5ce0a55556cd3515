package io.stoa.inventory;

import io.stoa.database.Checkup;
import io.stoa.database.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells the doctor whether every counter is what its movements and holds say, and what is promised beyond what is there. */
@Component
class Reconciler implements Checkup {

    private static final int LISTED_MAX = 100;

    private final Inventory inventory;

    Reconciler(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public List<Finding> run() {
        var findings = new ArrayList<Finding>();
        var found = inventory.reconcile();
        findings.add(
                found.clean()
                        ? Finding.fine("%d stock rows compared with movements and holds".formatted(found.compared()))
                        : Finding.wrong(words(found.differences())));
        int over = inventory.overcommitted(LISTED_MAX).size();
        if (over > 0) {
            findings.add(Finding.warning("%d stock rows are promised beyond what is there, since a count or damage".formatted(over)));
        }
        return findings;
    }

    /** Stoa itself cannot do this, so there is no repair that would not hide it. */
    private static String words(List<Reconciliation.Difference> differences) {
        var first = differences.getFirst();
        return "%d counters differ from movements or holds, first %s of %s at %s: it is %d and should be %d. Something else wrote into the database: restore the last backup into a new home."
                .formatted(
                        differences.size(), first.counter(), first.sku(), first.location(), first.is(), first.shouldBe());
    }
}

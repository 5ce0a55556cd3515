package io.stoa.purchasing;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who sells to the house. Thread-safe. */
@Component
public class Suppliers {

    /** The most suppliers that a house has. */
    public static final int MAX = 1_000;

    private final SupplierTable table;
    private final EventLog log;

    Suppliers(SupplierTable table, EventLog log) {
        this.table = table;
        this.log = log;
    }

    /** By name. */
    public List<Versioned<Supplier>> all() {
        return table.all(MAX);
    }

    public Optional<Versioned<Supplier>> find(SupplierId id) {
        return table.find(id);
    }

    /** Makes or changes a supplier, if what is there is what was expected. */
    @Transactional
    public Saved save(Supplier supplier, Expected expected, Touchpoint touchpoint) {
        var there = table.lock(supplier.id());
        if (!expected.holds(there.map(Versioned::version).orElse(null))) {
            return new Saved.Stale();
        }
        long version = table.save(supplier);
        log.append(List.of(NewEvent.of(
                SupplierSaved.TYPE,
                "supplier:" + supplier.id(),
                version,
                touchpoint,
                new SupplierSaved(supplier.id(), supplier.leadDays()))));
        return new Saved.Done(version, there.isEmpty());
    }
}

package io.stoa.catalog;

import io.stoa.events.NewEvent;
import io.stoa.shared.Touchpoint;

/** A product that changed in a transaction, and the version it has now. */
record Change(long version, ProductChanged fact) {

    NewEvent event(Touchpoint touchpoint) {
        return NewEvent.of(fact.type(), "product:" + fact.product(), version, touchpoint, fact);
    }
}

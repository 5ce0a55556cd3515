package io.stoa.drawer.web;

import io.stoa.drawer.Till;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;

/** What a client sends to open a drawer: which till of which store, and the float that was counted. */
record NewDrawerRequest(LocationId location, String till, Money opening) {

    private static final long FLOAT_MAX = 100_000_000L;

    NewDrawerRequest {
        var ignored = new Till(location, till);
        if (opening.isNegative() || opening.minor() > FLOAT_MAX) {
            throw new IllegalArgumentException("A float is 0 to 100000000 in the smallest unit");
        }
    }

    Till at() {
        return new Till(location, till);
    }
}

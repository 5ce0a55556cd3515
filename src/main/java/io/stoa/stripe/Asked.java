package io.stoa.stripe;

import org.jspecify.annotations.Nullable;

/** A movement that was asked for, and how far it has come. */
record Asked(String key, Hold hold, Hold.Kind kind, long amount, Hold.Plan plan, int tries, State state, @Nullable String reason) {

    enum State {
        ASKED,
        DONE,
        REFUSED
    }
}

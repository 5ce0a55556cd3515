package io.stoa.drawer.web;

import io.stoa.drawer.Count;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client sends to close a drawer: how many notes and coins of each worth, and why it is off when it is. */
record CountRequest(Map<Long, Integer> count, @Nullable String reason) {

    private static final int REASON_MAX = 200;

    CountRequest {
        var ignored = new Count(count);
        if (reason != null && reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A reason has at most 200 characters");
        }
    }

    Count counted() {
        return new Count(count);
    }
}

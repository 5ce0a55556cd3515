package io.stoa.stripe;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one payment at Stripe, in the smallest unit of its currency, and what the next movement needs there.
 * Stripe takes held money once and frees the rest. Money of goods that leave later must not be lost, so the first capture
 * takes all that was not let go; what never leaves is given back.
 */
record Hold(
        String key,
        long order,
        String currency,
        long amount,
        int tries,
        @Nullable String session,
        @Nullable String intent,
        @Nullable String refused,
        long taken,
        long captured,
        long released,
        long refunded) {

    enum Kind {
        CAPTURE,
        RELEASE,
        REFUND
    }

    enum Call {
        CAPTURE,
        CANCEL,
        REFUND,
        NONE
    }

    /** What to ask of Stripe, and for how much. */
    record Plan(Call call, long amount) {}

    /** Empty when there is not so much to be taken, let go or given back. */
    Optional<Plan> plan(Kind kind, long more) {
        return switch (kind) {
            case CAPTURE -> more > open() ? Optional.empty() : Optional.of(toTake());
            case RELEASE -> more > open() ? Optional.empty() : Optional.of(toLetGo(more));
            case REFUND -> more > captured - refunded ? Optional.empty() : Optional.of(new Plan(Call.REFUND, more));
        };
    }

    /** Whether money is held that was neither taken nor let go. */
    boolean isHeld() {
        return intent != null && taken == 0 && open() > 0;
    }

    /** What is left of it to take or to let go. */
    long open() {
        return amount - captured - released;
    }

    private Plan toTake() {
        return taken > 0 ? new Plan(Call.NONE, 0) : new Plan(Call.CAPTURE, amount - released);
    }

    private Plan toLetGo(long more) {
        if (taken > 0) {
            return new Plan(Call.REFUND, more);
        }
        return more == open() ? new Plan(Call.CANCEL, 0) : new Plan(Call.NONE, 0);
    }
}

package io.stoa.payments.disputes;

/**
 * The payload of {@code payments.disputed}, {@code .dispute_changed}, {@code .dispute_won} and {@code .dispute_lost}: how much of
 * which payment, in the smallest unit, and how far it has come.
 */
public record DisputeChanged(String dispute, long payment, long amount, String currency, Dispute.State state) {

    static String type(Dispute.State state, boolean first) {
        return switch (state) {
            case WON -> "payments.dispute_won";
            case LOST -> "payments.dispute_lost";
            case ANSWER_WANTED, BEING_LOOKED_AT -> first ? "payments.disputed" : "payments.dispute_changed";
        };
    }
}

package io.stoa.fulfilment;

import io.stoa.shared.Quantity;
import java.util.List;

/**
 * The wish to hand goods over: all that is left when no pieces are named. The key makes repeating safe: with the same key
 * nothing is handed over twice.
 */
public record HandOver(String key, Proof proof, List<Some> pieces) {

    /** So many pieces of one line of the order. */
    public record Some(int line, Quantity quantity) {}

    private static final int KEY_MAX = 300;
    private static final int PIECES_MAX = 100;

    public HandOver {
        pieces = List.copyOf(pieces);
        if (key.isBlank() || key.length() > KEY_MAX) {
            throw new IllegalArgumentException("A key has 1 to 300 characters");
        }
        if (pieces.size() > PIECES_MAX
                || pieces.stream().map(Some::line).distinct().count() < pieces.size()) {
            throw new IllegalArgumentException("A hand-over names each line once, and at most 100 of them");
        }
    }

    /** Everything that is left. */
    public static HandOver everything(String key, Proof proof) {
        return new HandOver(key, proof, List.of());
    }
}

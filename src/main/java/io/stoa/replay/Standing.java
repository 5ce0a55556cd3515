package io.stoa.replay;

import io.stoa.shared.Sku;
import java.util.List;

/**
 * Where the replay stands, as its buyers know it: from the answers that they hold and the stock that they saw put in, and
 * from nothing else. {@code speed} is in orders per second.
 */
public record Standing(
        int speed,
        boolean ready,
        long placed,
        long refused,
        long declined,
        long cancelled,
        long rejected,
        long restocked,
        long busy,
        long putIn,
        long promised,
        long givenBack,
        long twice,
        List<Oversold> oversold) {

    /** So many pieces of a SKU were promised beyond what there was. */
    public record Oversold(Sku sku, long pieces) {}

    /** How many pieces in all were promised beyond what there was. */
    public long pieces() {
        return oversold.stream().mapToLong(Oversold::pieces).sum();
    }
}

package io.stoa.counting;

import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.Map;

/**
 * How far a count is off: pieces and worth at list price, more less fewer, the worth of each article's difference, and whether that
 * is above the limit of the house. What has no price is worth nothing here.
 */
public record Assessment(int pieces, Money worth, Map<Sku, Money> worths, boolean aboveLimit) {

    public Assessment {
        worths = Map.copyOf(worths);
    }
}

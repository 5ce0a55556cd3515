package io.stoa.pricing;

import io.stoa.shared.Sku;

/** The first of the asked SKUs that cannot be sold there, because it has no price or its tax is not known. */
public record Unpriced(Sku sku, Reason reason) implements QuoteOutcome {

    /** What is missing. */
    public enum Reason {
        NO_PRICE,
        NO_TAX_RATE
    }
}

package io.stoa.pricing;

import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;

/** What somebody wants to know the price of: in which currency, where (the location group), how many of what. */
public record PriceRequest(Currency currency, String group, List<Line> lines) {

    /** So many pieces of a SKU, and the tax category that the catalog gives it. */
    public record Line(Sku sku, Quantity quantity, String taxCategory) {}

    public PriceRequest {
        lines = List.copyOf(lines);
    }
}

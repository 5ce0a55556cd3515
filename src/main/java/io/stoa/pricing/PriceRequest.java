package io.stoa.pricing;

import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;

/**
 * What somebody wants to know the price of: in which currency, where (the location group), how many of what, and what is
 * taken off all of it together once every line has its own cuts behind it.
 */
public record PriceRequest(Currency currency, String group, List<Line> lines, List<Cut> cuts) {

    /** So many pieces of a SKU, the tax category that the catalog gives it, and what is taken off this line, in this order. */
    public record Line(Sku sku, Quantity quantity, String taxCategory, List<Cut> cuts) {

        public Line {
            cuts = List.copyOf(cuts);
        }

        public Line(Sku sku, Quantity quantity, String taxCategory) {
            this(sku, quantity, taxCategory, List.of());
        }
    }

    public PriceRequest {
        lines = List.copyOf(lines);
        cuts = List.copyOf(cuts);
    }

    public PriceRequest(Currency currency, String group, List<Line> lines) {
        this(currency, group, lines, List.of());
    }
}

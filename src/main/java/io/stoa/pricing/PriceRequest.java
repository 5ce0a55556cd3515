package io.stoa.pricing;

import io.stoa.shared.Channel;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know the price of: in which currency, where (the location group), through which door if that is known,
 * how many of what, and what is taken off all of it together once every line has its own cuts behind it. What is settled had its
 * promotions already: they are among the cuts, and none adds to them.
 */
public record PriceRequest(
        Currency currency,
        String group,
        @Nullable Channel channel,
        List<Line> lines,
        List<Cut> cuts,
        boolean settled) {

    /**
     * So many pieces of a SKU, the tax category that the catalog gives it, the shelves on which it stands with those above (by
     * slug), and what is taken off this line, in this order.
     */
    public record Line(Sku sku, Quantity quantity, String taxCategory, Set<String> categories, List<Cut> cuts) {

        public Line {
            categories = Set.copyOf(categories);
            cuts = List.copyOf(cuts);
        }

        public Line(Sku sku, Quantity quantity, String taxCategory, Set<String> categories) {
            this(sku, quantity, taxCategory, categories, List.of());
        }

        public Line(Sku sku, Quantity quantity, String taxCategory, List<Cut> cuts) {
            this(sku, quantity, taxCategory, Set.of(), cuts);
        }

        public Line(Sku sku, Quantity quantity, String taxCategory) {
            this(sku, quantity, taxCategory, List.of());
        }
    }

    public PriceRequest {
        lines = List.copyOf(lines);
        cuts = List.copyOf(cuts);
    }

    public PriceRequest(Currency currency, String group, @Nullable Channel channel, List<Line> lines) {
        this(currency, group, channel, lines, List.of(), false);
    }

    public PriceRequest(Currency currency, String group, List<Line> lines, List<Cut> cuts) {
        this(currency, group, null, lines, cuts, false);
    }

    public PriceRequest(Currency currency, String group, List<Line> lines) {
        this(currency, group, null, lines);
    }
}

package io.stoa.pricing.promotions;

import io.stoa.shared.Sku;
import java.util.Set;

/** Which goods are meant: these SKUs and all on these shelves (named by their slugs) or below; everything when none is named. */
public record Goods(Set<Sku> skus, Set<String> categories) {

    public static final Goods ALL = new Goods(Set.of(), Set.of());

    private static final int NAMED_MAX = 1_000;

    public Goods {
        skus = Set.copyOf(skus);
        categories = Set.copyOf(categories);
        if (skus.size() + categories.size() > NAMED_MAX) {
            throw new IllegalArgumentException("At most 1000 SKUs and shelves are named");
        }
    }

    public static Goods of(Sku... skus) {
        return new Goods(Set.of(skus), Set.of());
    }

    public static Goods on(String... categories) {
        return new Goods(Set.of(), Set.of(categories));
    }

    boolean has(Sku sku, Set<String> shelves) {
        return (skus.isEmpty() && categories.isEmpty())
                || skus.contains(sku)
                || shelves.stream().anyMatch(categories::contains);
    }
}

package io.stoa.imports.demo;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.shared.Expected;
import io.stoa.shared.Touchpoint;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the demo's shop takes off: socks are three for two. Made once; what a merchant makes of it stays. */
@Component
class DemoPromotions {

    private static final String SOCKS = "Socks";

    private final Promotions promotions;
    private final Catalog catalog;

    DemoPromotions(Promotions promotions, Catalog catalog) {
        this.promotions = promotions;
        this.catalog = catalog;
    }

    void load() {
        var shelves = catalog.categories().stream()
                .filter(shelf -> shelf.name().equals(SOCKS))
                .map(Category::slug)
                .collect(Collectors.toSet());
        if (!shelves.isEmpty()) {
            var promotion = new Promotion(
                    new PromotionId("three-for-two"),
                    "3 for 2",
                    new Offer.BuyGet(2, 1, Offer.FREE, null),
                    new Goods(Set.of(), shelves),
                    Reach.EVERYWHERE,
                    null,
                    0,
                    10,
                    Combination.STACKING,
                    true);
            var _ = promotions.save(promotion, new Expected.Nothing(), Touchpoint.SYSTEM);
        }
    }
}

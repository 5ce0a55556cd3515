package io.stoa.office.promotions;

import io.stoa.page.Texts;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.reasons.OfferWords;
import io.stoa.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Objects;

/** Says a promotion in words. */
final class PromotionWords {

    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final Currency house;
    private final Texts texts;

    PromotionWords(Currency house, Texts texts) {
        this.house = house;
        this.texts = texts;
    }

    PromotionsShown.Row row(Promotion promotion, Instant now) {
        return new PromotionsShown.Row(
                "/office/promotions/" + promotion.id(), promotion.name(), state(promotion, now), OfferWords.of(promotion, house, texts), goods(promotion), when(promotion));
    }

    private static PromotionsShown.State state(Promotion promotion, Instant now) {
        var reach = promotion.reach();
        if (!promotion.active()) {
            return PromotionsShown.State.STOPPED;
        }
        if (reach.until() != null && !now.isBefore(reach.until())) {
            return PromotionsShown.State.OVER;
        }
        return reach.from() != null && now.isBefore(reach.from()) ? PromotionsShown.State.WAITS : PromotionsShown.State.HOLDS;
    }

    private String goods(Promotion promotion) {
        if (promotion.offer() instanceof Offer.Bundle(var pieces, long _)) {
            return texts.count("promotion.articles", pieces.size());
        }
        var goods = promotion.goods();
        if (goods.equals(Goods.ALL)) {
            return texts.get("promotion.everything");
        }
        var parts = new ArrayList<String>();
        if (!goods.skus().isEmpty()) {
            parts.add(texts.count("promotion.articles", goods.skus().size()));
        }
        if (!goods.categories().isEmpty()) {
            parts.add(texts.count("promotion.shelves", goods.categories().size()));
        }
        return String.join(", ", parts);
    }

    private String when(Promotion promotion) {
        var from = promotion.reach().from();
        var until = promotion.reach().until();
        if (from == null && until == null) {
            return texts.get("promotion.always");
        }
        var first = from == null ? "" : texts.day(LocalDate.ofInstant(from, ZONE));
        var last = until == null ? "" : texts.day(LocalDate.ofInstant(until, ZONE).minusDays(1));
        return texts.get(from == null ? "promotion.until" : until == null ? "promotion.from" : "promotion.between", first, last);
    }
}

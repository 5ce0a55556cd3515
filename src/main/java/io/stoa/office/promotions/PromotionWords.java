package io.stoa.office.promotions;

import io.stoa.page.Texts;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Objects;

/** Says a promotion in words. */
final class PromotionWords {

    private static final int WHOLE = 10_000;
    private static final ZoneId ZONE = ZoneId.systemDefault();

    private final Currency house;
    private final Texts texts;

    PromotionWords(Currency house, Texts texts) {
        this.house = house;
        this.texts = texts;
    }

    PromotionsShown.Row row(Promotion promotion, Instant now) {
        return new PromotionsShown.Row(
                "/office/promotions/" + promotion.id(), promotion.name(), state(promotion, now), offer(promotion), goods(promotion), when(promotion));
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

    /** For example {@code 3 for 2} or {@code 20% off each piece, from a purchase of $50.00}. */
    private String offer(Promotion promotion) {
        var currency = Objects.requireNonNullElse(promotion.currency(), house);
        var said = switch (promotion.offer()) {
            case Offer.Percent(int share) -> texts.get("promotion.says.each", percent(share));
            case Offer.Each(long minor) -> texts.get("promotion.says.each", money(minor, currency));
            case Offer.BuyGet some -> buyGet(some);
            case Offer.Together(int pieces, long minor) -> texts.get("promotion.says.together", pieces, money(minor, currency));
            case Offer.Bundle(var pieces, long minor) ->
                texts.get("promotion.says.bundle", pieces.values().stream().mapToInt(Integer::intValue).sum(), money(minor, currency));
            case Offer.WholePercent(int share) -> texts.get("promotion.says.whole", percent(share));
            case Offer.WholeAmount(long minor) -> texts.get("promotion.says.whole", money(minor, currency));
        };
        return promotion.minimum() == 0 ? said : texts.get("promotion.says.from", said, money(promotion.minimum(), currency));
    }

    private String buyGet(Offer.BuyGet some) {
        if (some.basisPoints() < WHOLE) {
            return texts.get("promotion.says.cheaper", some.buy(), some.get(), percent(some.basisPoints()));
        }
        return some.reward() == null
                ? texts.get("promotion.says.for", some.buy() + some.get(), some.buy())
                : texts.get("promotion.says.free", some.buy(), some.get());
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

    private String percent(int basisPoints) {
        return texts.share(basisPoints);
    }

    private String money(long minor, Currency currency) {
        return texts.money(new Money(minor, currency));
    }
}

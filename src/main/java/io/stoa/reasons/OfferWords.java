package io.stoa.reasons;

import io.stoa.page.Texts;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Money;
import java.util.Currency;
import java.util.Objects;

/** What a promotion gives, in words: for example {@code 3 for 2} or {@code 20% off each piece, from a purchase of $50.00}. */
public final class OfferWords {

    private static final int WHOLE = 10_000;

    private OfferWords() {}

    /** Amounts of a promotion that names no currency are in that of the house. */
    public static String of(Promotion promotion, Currency house, Texts texts) {
        var currency = Objects.requireNonNullElse(promotion.currency(), house);
        var said = switch (promotion.offer()) {
            case Offer.Percent(int share) -> texts.get("promotion.says.each", texts.share(share));
            case Offer.Each(long minor) -> texts.get("promotion.says.each", texts.money(new Money(minor, currency)));
            case Offer.BuyGet some -> buyGet(some, texts);
            case Offer.Together(int pieces, long minor) ->
                texts.get("promotion.says.together", pieces, texts.money(new Money(minor, currency)));
            case Offer.Bundle(var pieces, long minor) ->
                texts.get(
                        "promotion.says.bundle",
                        pieces.values().stream().mapToInt(Integer::intValue).sum(),
                        texts.money(new Money(minor, currency)));
            case Offer.WholePercent(int share) -> texts.get("promotion.says.whole", texts.share(share));
            case Offer.WholeAmount(long minor) -> texts.get("promotion.says.whole", texts.money(new Money(minor, currency)));
        };
        return promotion.minimum() == 0
                ? said
                : texts.get("promotion.says.from", said, texts.money(new Money(promotion.minimum(), currency)));
    }

    private static String buyGet(Offer.BuyGet some, Texts texts) {
        if (some.basisPoints() < WHOLE) {
            return texts.get("promotion.says.cheaper", some.buy(), some.get(), texts.share(some.basisPoints()));
        }
        return some.reward() == null
                ? texts.get("promotion.says.for", some.buy() + some.get(), some.buy())
                : texts.get("promotion.says.free", some.buy(), some.get());
    }
}

package io.stoa.pricing.promotions;

import io.stoa.pricing.Cut;
import io.stoa.pricing.Fate;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Something that the shop itself takes off, for everybody to whom it reaches.
 *
 * @param name what customers read beside what it takes off
 * @param goods what it is about; what else is bought counts for nothing
 * @param currency of its amounts; null where it says none, then it holds in every currency
 * @param minimum what its goods cost at least when it is its turn, in minor units
 * @param priority its turn among those of its kind: the lower, the sooner; equal ones by id
 * @param active whether it holds at all
 */
public record Promotion(
        PromotionId id,
        String name,
        Offer offer,
        Goods goods,
        Reach reach,
        @Nullable Currency currency,
        long minimum,
        int priority,
        Combination combination,
        boolean active) {

    /** What the lines have comes before what the whole has. */
    static final Comparator<Promotion> IN_TURN = Comparator.comparing(
                    (Promotion promotion) -> promotion.offer().ofWhole())
            .thenComparing(Promotion::priority)
            .thenComparing(Promotion::id);

    private static final int NAME_MAX = 100;

    public Promotion {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A promotion's name has 1 to 100 characters");
        }
        if (minimum < 0 || minimum > Pricing.MINOR_MAX) {
            throw new IllegalArgumentException("A minimum is not below nothing");
        }
        if (currency == null && (offer.saysAmount() || minimum > 0)) {
            throw new IllegalArgumentException("An amount has a currency");
        }
    }

    boolean holds(PriceRequest request, Instant now) {
        return fate(request, now) == Fate.APPLIES;
    }

    /** Whether it holds there and then, or why not; whether it takes something off is another question. */
    Fate fate(PriceRequest request, Instant now) {
        if (!active) {
            return Fate.SWITCHED_OFF;
        }
        return currency == null || currency.equals(request.currency())
                ? reach.fate(request.channel(), request.group(), now)
                : Fate.OTHER_CURRENCY;
    }

    /** Whether it takes something off these goods, or counts them. */
    public boolean isAbout(PriceRequest.Line line) {
        return switch (offer) {
            case Offer.Bundle(var pieces, long _) -> pieces.containsKey(line.sku());
            case Offer.BuyGet(int _, int _, int _, Goods reward) when reward != null && reward.has(line.sku(), line.categories()) -> true;
            default -> goods.has(line.sku(), line.categories());
        };
    }

    /** What it is on a quote that it made so much cheaper. */
    Cut cut(long minor) {
        return offer instanceof Offer.Percent(int basisPoints)
                ? new Cut(Cut.Kind.PERCENT, basisPoints, Cut.PROMOTION, name, null)
                : new Cut(Cut.Kind.AMOUNT, Math.min(minor, Pricing.MINOR_MAX), Cut.PROMOTION, name, null);
    }
}

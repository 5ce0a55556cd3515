package io.stoa.pricing;

import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Optional;

/**
 * Why a SKU costs what it costs in a purchase: every list with a price of it, first choice first, and every promotion that is about
 * it, in their turn. Made by what makes the {@code outcome}, so it tells of no other reckoning.
 */
public record PriceReason(Sku sku, QuoteOutcome outcome, List<Listed> lists, List<Promoted> promotions) {

    /** One piece of it on a list. */
    public record Listed(PriceList list, Money price, Fate fate) {}

    /** What a promotion takes off all its pieces together; nothing unless it applies. */
    public record Promoted(Promotion promotion, Fate fate, Money off) {}

    public PriceReason {
        lists = List.copyOf(lists);
        promotions = List.copyOf(promotions);
    }

    /** The list that makes its price; none where it has no price. */
    public Optional<Listed> listed() {
        return lists.stream().filter(one -> one.fate() == Fate.APPLIES).findFirst();
    }

    /** What customers may know: neither what is to come nor what is meant for others. */
    public PriceReason open() {
        return new PriceReason(
                sku,
                outcome,
                lists.stream().filter(one -> one.fate() == Fate.APPLIES).toList(),
                promotions.stream().filter(one -> one.fate() == Fate.APPLIES || one.fate().isNear()).toList());
    }
}

package io.stoa.pricing;

import io.stoa.pricing.PriceReason.Listed;
import io.stoa.pricing.PriceReason.Promoted;
import io.stoa.pricing.promotions.Promoting;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells what the {@link PriceEngine} did, by asking the same lists and promotions in the same order. Pure, as that is. */
final class Reasoning {

    private Reasoning() {}

    static PriceReason why(
            PriceRequest request, Sku sku, Terms terms, List<Promotion> promotions, Map<Sku, SkuPrices> known, Instant now) {
        var outcome = PriceEngine.quote(request, terms, promotions, known, now);
        var lists = lists(request, terms, known.get(sku) == null ? Map.of() : known.get(sku).minorByList(), now);
        return outcome instanceof Quote quote
                ? new PriceReason(sku, outcome, lists, promotions(request, sku, quote, promotions, now))
                : new PriceReason(sku, outcome, lists, List.of());
    }

    private static List<Listed> lists(PriceRequest request, Terms terms, Map<PriceListId, Long> minors, Instant now) {
        var found = new ArrayList<Listed>();
        boolean taken = false;
        for (var list : terms.lists()) {
            var minor = minors.get(list.id());
            if (minor != null) {
                var fate = list.fate(request.currency(), request.group(), now);
                found.add(new Listed(
                        list, new Money(minor, list.currency()), fate == Fate.APPLIES && taken ? Fate.AFTER_ANOTHER : fate));
                taken |= fate == Fate.APPLIES;
            }
        }
        return found;
    }

    /** Those that are about the SKU. What was settled before has its promotions behind it. */
    private static List<Promoted> promotions(
            PriceRequest request, Sku sku, Quote quote, List<Promotion> promotions, Instant now) {
        var prices = quote.lines().stream().map(Quote.Line::unitPrice).toList();
        return Promoting.fates(request, prices, request.settled() ? List.of() : promotions, now).stream()
                .filter(fated -> request.lines().stream()
                        .anyMatch(line -> line.sku().equals(sku) && fated.promotion().isAbout(line)))
                .map(fated -> new Promoted(
                        fated.promotion(), fated.fate(), new Money(fated.off().getOrDefault(sku, 0L), request.currency())))
                .toList();
    }
}

package io.stoa.pricing;

import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Prices that hold together: in one currency, for one location group or (null) everywhere, with tax or without, from a
 * moment (or ever) until another (excluded, or for ever). Where several lists have a price, one made for the group comes
 * before one for everywhere, then the one that began last, so that a sale is a list with dates.
 */
public record PriceList(
        PriceListId id,
        Currency currency,
        @Nullable String group,
        boolean taxIncluded,
        @Nullable Instant from,
        @Nullable Instant until) {

    static final Comparator<PriceList> FIRST_CHOICE = Comparator.comparing((PriceList list) -> list.group() == null)
            .thenComparing(PriceList::start, Comparator.reverseOrder())
            .thenComparing(PriceList::id);

    public PriceList {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A price list ends after it begins");
        }
    }

    /** A list that holds always. */
    public static PriceList always(PriceListId id, Currency currency, @Nullable String group, boolean taxIncluded) {
        return new PriceList(id, currency, group, taxIncluded, null, null);
    }

    boolean holds(Currency asked, String askedGroup, Instant now) {
        return fate(asked, askedGroup, now) == Fate.APPLIES;
    }

    /** Whether it holds, or why not. */
    Fate fate(Currency asked, String askedGroup, Instant now) {
        if (!currency.equals(asked)) {
            return Fate.OTHER_CURRENCY;
        }
        if (group != null && !group.equals(askedGroup)) {
            return Fate.OTHER_GROUP;
        }
        if (from != null && now.isBefore(from)) {
            return Fate.NOT_YET;
        }
        return until == null || now.isBefore(until) ? Fate.APPLIES : Fate.OVER;
    }

    private Instant start() {
        return from == null ? Instant.MIN : from;
    }
}

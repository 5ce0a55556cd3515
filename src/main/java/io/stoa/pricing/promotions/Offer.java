package io.stoa.pricing.promotions;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Sku;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a promotion gives off its goods. Shares are in basis points (10,000 is free), amounts in minor units of its currency. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Offer.Percent.class, name = "PERCENT"),
    @JsonSubTypes.Type(value = Offer.Each.class, name = "EACH"),
    @JsonSubTypes.Type(value = Offer.BuyGet.class, name = "BUY_GET"),
    @JsonSubTypes.Type(value = Offer.Together.class, name = "TOGETHER"),
    @JsonSubTypes.Type(value = Offer.Bundle.class, name = "BUNDLE"),
    @JsonSubTypes.Type(value = Offer.WholePercent.class, name = "WHOLE_PERCENT"),
    @JsonSubTypes.Type(value = Offer.WholeAmount.class, name = "WHOLE_AMOUNT")
})
public sealed interface Offer {

    int PIECES_MAX = 1_000;

    /** The share that is everything. */
    int FREE = Cut.PERCENT_MAX;

    /** A share off each piece; what a piece loses is rounded, so that three cost three times what one does. */
    record Percent(int basisPoints) implements Offer {
        public Percent {
            refuseShare(basisPoints);
        }
    }

    /** An amount off each piece, at most all of it. */
    record Each(long minor) implements Offer {
        public Each {
            refuseAmount(minor, 1);
        }
    }

    /**
     * Who buys so many gets so many more at a share off, again and again. Of the goods themselves, dearest first, the cheapest of
     * each set are the ones; where a reward is named, its dearest are, whatever the others cost. No piece counts twice.
     */
    record BuyGet(int buy, int get, int basisPoints, @Nullable Goods reward) implements Offer {
        public BuyGet {
            refusePieces(buy);
            refusePieces(get);
            refuseShare(basisPoints);
        }
    }

    /** Any so many of the goods cost so much together, the dearest first and only where that is less. */
    record Together(int pieces, long minor) implements Offer {
        public Together {
            refusePieces(pieces);
            refuseAmount(minor, 0);
        }
    }

    /** So many of each of these SKUs cost so much together, as often as they are there and only where that is less. */
    record Bundle(SortedMap<Sku, Integer> pieces, long minor) implements Offer {

        private static final int SKUS_MAX = 20;

        public Bundle {
            pieces = Collections.unmodifiableSortedMap(new TreeMap<>(pieces));
            if (pieces.isEmpty() || pieces.size() > SKUS_MAX) {
                throw new IllegalArgumentException("A bundle is made of 1 to 20 SKUs");
            }
            pieces.values().forEach(Offer::refusePieces);
            refuseAmount(minor, 0);
        }
    }

    /** A share off all the goods together. */
    record WholePercent(int basisPoints) implements Offer {
        public WholePercent {
            refuseShare(basisPoints);
        }
    }

    /** An amount off all the goods together, at most what they cost. */
    record WholeAmount(long minor) implements Offer {
        public WholeAmount {
            refuseAmount(minor, 1);
        }
    }

    /** Whether it is taken off the whole purchase, once every line has its own behind it. */
    @JsonIgnore
    default boolean ofWhole() {
        return this instanceof WholePercent || this instanceof WholeAmount;
    }

    /** Whether it says an amount, which means something in one currency only. */
    @JsonIgnore
    default boolean saysAmount() {
        return switch (this) {
            case Percent _, BuyGet _, WholePercent _ -> false;
            case Each _, Together _, Bundle _, WholeAmount _ -> true;
        };
    }

    private static void refuseShare(int basisPoints) {
        if (basisPoints < 1 || basisPoints > Cut.PERCENT_MAX) {
            throw new IllegalArgumentException("A share is more than nothing and at most everything");
        }
    }

    private static void refuseAmount(long minor, long least) {
        if (minor < least || minor > Pricing.MINOR_MAX) {
            throw new IllegalArgumentException("An amount is " + least + " to " + Pricing.MINOR_MAX + " in the smallest unit");
        }
    }

    private static void refusePieces(int pieces) {
        if (pieces < 1 || pieces > PIECES_MAX) {
            throw new IllegalArgumentException("An offer counts 1 to 1000 pieces");
        }
    }
}

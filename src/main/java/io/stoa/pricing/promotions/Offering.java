package io.stoa.pricing.promotions;

import io.stoa.pricing.Shares;
import io.stoa.pricing.promotions.Pile.Off;
import io.stoa.pricing.promotions.Pile.Run;
import io.stoa.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;

/**
 * Makes one offer on a pile. Where there is a choice of pieces it is the best for the customer: nobody pays less by buying in two
 * purchases what fits into one set after the other.
 */
final class Offering {

    private final Promotion promotion;
    private final Pile pile;
    private final Currency currency;
    private final List<Run> goods;

    private Offering(Promotion promotion, Pile pile, Currency currency) {
        this.promotion = promotion;
        this.pile = pile;
        this.currency = currency;
        this.goods = pile.of(promotion.goods());
    }

    /** What is left of a pile when a promotion had its turn. */
    static Pile after(Promotion promotion, Pile pile, Currency currency) {
        return isReached(promotion, pile) ? pile.less(new Offering(promotion, pile, currency).offs()) : pile;
    }

    /** Whether its goods cost as much as it wants. */
    static boolean isReached(Promotion promotion, Pile pile) {
        return promotion.minimum() == 0 || Pile.worth(pile.of(promotion.goods())) >= promotion.minimum();
    }

    private List<Off> offs() {
        return switch (promotion.offer()) {
            case Offer.Percent(int share) -> all(run -> share(run.each(), share));
            case Offer.Each(long minor) -> all(run -> Math.min(minor, run.each()));
            case Offer.BuyGet offer -> offer.reward() == null ? cheapest(offer) : rewards(offer, offer.reward());
            case Offer.Together(int pieces, long minor) -> sets(List.of(new Part(goods, pieces)), minor);
            case Offer.Bundle(var pieces, long minor) ->
                sets(
                        pieces.entrySet().stream()
                                .map(part -> new Part(
                                        pile.where(run -> run.sku().equals(part.getKey())), part.getValue()))
                                .toList(),
                        minor);
            case Offer.WholePercent(int share) -> spread(whole(), share(Pile.worth(goods), share));
            case Offer.WholeAmount(long minor) -> spread(whole(), Math.min(minor, Pile.worth(goods)));
        };
    }

    /** So many pieces of runs, dearest first, go into each set. */
    private record Part(List<Run> runs, int pieces) {

        long sets() {
            return Pile.pieces(runs) / pieces;
        }

        List<Slice> dearest(long sets) {
            var slices = new ArrayList<Slice>();
            long wanted = sets * pieces;
            for (var run : runs) {
                long some = Math.min(run.pieces(), wanted);
                slices.add(new Slice(run, some));
                wanted -= some;
            }
            return slices;
        }
    }

    /** Some pieces of a run. */
    private record Slice(Run run, long pieces) {

        long worth() {
            return run.each() * pieces;
        }
    }

    private List<Off> all(ToLongFunction<Run> off) {
        return goods.stream()
                .map(run -> new Off(run, run.pieces(), off.applyAsLong(run)))
                .toList();
    }

    /** Dearest first, the last of each set are cheaper: those are its cheapest. */
    private List<Off> cheapest(Offer.BuyGet offer) {
        long set = (long) offer.buy() + offer.get();
        long counted = Pile.pieces(goods) / set * set;
        LongUnaryOperator cheaper =
                first -> first / set * offer.get() + Math.max(0, first % set - offer.buy());
        var offs = new ArrayList<Off>();
        long begin = 0;
        for (var run : goods) {
            long end = Math.min(begin + run.pieces(), counted);
            offs.add(new Off(run, cheaper.applyAsLong(end) - cheaper.applyAsLong(begin), share(run.each(), offer.basisPoints())));
            begin = end;
        }
        return offs;
    }

    /** As many sets as take most off: a piece that is a reward cannot be one of those that had to be bought for it. */
    private List<Off> rewards(Offer.BuyGet offer, Goods reward) {
        var rewards = pile.of(reward);
        long either = Pile.pieces(pile.where(run -> goods.contains(run) || rewards.contains(run)));
        long most = Math.min(
                Math.min(Pile.pieces(goods) / offer.buy(), Pile.pieces(rewards) / offer.get()),
                either / ((long) offer.buy() + offer.get()));
        long sets = best(most, some -> gain(rewards(offer, rewards, some)));
        return rewards(offer, rewards, sets);
    }

    private List<Off> rewards(Offer.BuyGet offer, List<Run> rewards, long sets) {
        var offs = new ArrayList<Off>();
        long wanted = sets * offer.get();
        long spare = Pile.pieces(goods) - sets * offer.buy();
        for (var run : rewards) {
            long some = Math.min(run.pieces(), wanted);
            if (goods.contains(run)) {
                some = Math.min(some, spare);
                spare -= some;
            }
            wanted -= some;
            offs.add(new Off(run, some, share(run.each(), offer.basisPoints())));
        }
        return offs;
    }

    /** As many sets at one price as take most off. */
    private List<Off> sets(List<Part> parts, long minor) {
        long most = parts.stream().mapToLong(Part::sets).min().orElse(0);
        LongUnaryOperator gain = sets -> worth(dearest(parts, sets)) - sets * minor;
        long sets = best(most, gain);
        return spread(dearest(parts, sets), gain.applyAsLong(sets));
    }

    private static List<Slice> dearest(List<Part> parts, long sets) {
        return parts.stream().flatMap(part -> part.dearest(sets).stream()).toList();
    }

    /** The number of sets with the greatest gain. Each more gains less than the one before it, so that halving finds it. */
    private static long best(long most, LongUnaryOperator gain) {
        long low = 0;
        long high = most;
        while (low < high) {
            long middle = (low + high + 1) / 2;
            if (gain.applyAsLong(middle) > gain.applyAsLong(middle - 1)) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private List<Slice> whole() {
        return goods.stream().map(run -> new Slice(run, run.pieces())).toList();
    }

    /** What is off falls to runs by what they cost, and evenly to the pieces of each. */
    private static List<Off> spread(List<Slice> slices, long off) {
        var shares = Shares.of(off, slices.stream().map(Slice::worth).toList());
        var offs = new ArrayList<Off>();
        for (int i = 0; i < slices.size(); i++) {
            var slice = slices.get(i);
            if (shares.get(i) > 0) {
                long each = shares.get(i) / slice.pieces();
                long more = shares.get(i) % slice.pieces();
                offs.add(new Off(slice.run(), slice.pieces() - more, each));
                offs.add(new Off(slice.run(), more, each + 1));
            }
        }
        return offs;
    }

    private static long worth(List<Slice> slices) {
        return slices.stream().mapToLong(Slice::worth).reduce(0, Math::addExact);
    }

    private static long gain(List<Off> offs) {
        return offs.stream().mapToLong(off -> off.each() * off.pieces()).reduce(0, Math::addExact);
    }

    private long share(long minor, int basisPoints) {
        var amount = new Money(minor, currency).decimal().multiply(BigDecimal.valueOf(basisPoints, 4));
        return Money.of(amount, currency).minor();
    }
}

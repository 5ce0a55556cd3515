package io.stoa.pricing.promotions;

import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.Fate;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Shares;
import io.stoa.pricing.promotions.Combination.Mode;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What promotions take off lines. Those of lines come first, then those of the whole, each in its turn on what the one before it
 * left. Reckoned over the {@link Pile} and only then given to lines, by what they still cost.
 */
public final class Promoting {

    private final PriceRequest request;
    private final List<Promotion> holding;
    private final Pile pile;

    /** A promotion that took something off, by SKU in minor units. */
    private record Applied(Promotion promotion, Map<Sku, Long> off) {

        long sum() {
            return off.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What came of promotions: what they took, what became of those that took nothing, and what everything still costs. */
    private record Reckoned(List<Applied> applied, Map<Promotion, Fate> idle, long left) {

        Optional<Applied> of(Promotion promotion) {
            return applied.stream().filter(one -> one.promotion().equals(promotion)).findFirst();
        }
    }

    /** What became of a promotion, and what it takes off each SKU in minor units. */
    public record Fated(Promotion promotion, Fate fate, Map<Sku, Long> off) {}

    private Promoting(PriceRequest request, List<Promotion> holding, Pile pile) {
        this.request = request;
        this.holding = holding;
        this.pile = pile;
    }

    /**
     * What is taken off each line, in their order; nothing off any when no promotion holds.
     *
     * @param prices what one piece of each line costs, in their order
     */
    public static List<List<Taken>> taken(
            PriceRequest request, List<Money> prices, List<Promotion> promotions, Instant now) {
        var holding = about(request, promotions)
                .filter(promotion -> promotion.holds(request, now))
                .toList();
        if (holding.isEmpty()) {
            return request.lines().stream().map(line -> List.<Taken>of()).toList();
        }
        return new Promoting(request, holding, pile(request, prices)).taken(prices);
    }

    /** What becomes of each promotion that is about something of what is asked, in their turn: those that do not hold too. */
    public static List<Fated> fates(
            PriceRequest request, List<Money> prices, List<Promotion> promotions, Instant now) {
        var about = about(request, promotions).toList();
        var holding = about.stream().filter(promotion -> promotion.holds(request, now)).toList();
        var promoting = new Promoting(request, holding, pile(request, prices));
        var chosen = promoting.chosen();
        var reckoned = promoting.reckoned(chosen);
        return about.stream()
                .map(one -> promoting.fated(one, holding.contains(one) ? null : one.fate(request, now), chosen, reckoned))
                .toList();
    }

    private static Stream<Promotion> about(PriceRequest request, List<Promotion> promotions) {
        return promotions.stream()
                .filter(promotion -> request.lines().stream().anyMatch(promotion::isAbout))
                .sorted(Promotion.IN_TURN);
    }

    private static Pile pile(PriceRequest request, List<Money> prices) {
        return Pile.of(IntStream.range(0, prices.size())
                .mapToObj(i -> run(request.lines().get(i), prices.get(i)))
                .toList());
    }

    private Fated fated(Promotion promotion, @Nullable Fate without, Set<Promotion> chosen, Reckoned reckoned) {
        if (without != null) {
            return new Fated(promotion, without, Map.of());
        }
        return reckoned.of(promotion)
                .map(applied -> new Fated(promotion, Fate.APPLIES, applied.off()))
                .orElseGet(() -> new Fated(promotion, idle(promotion, chosen, reckoned), Map.of()));
    }

    /** Of the best deals those that were not chosen were not tried beside the others: they are now. */
    private Fate idle(Promotion promotion, Set<Promotion> chosen, Reckoned reckoned) {
        var known = reckoned.idle().get(promotion);
        if (known != null) {
            return known;
        }
        var with = new HashSet<>(chosen);
        with.add(promotion);
        return reckoned(with).idle().getOrDefault(promotion, Fate.BEATEN);
    }

    private static Pile.Run run(PriceRequest.Line line, Money price) {
        return new Pile.Run(line.sku(), line.categories(), price.minor(), line.quantity().units());
    }

    private List<List<Taken>> taken(List<Money> prices) {
        var lines = request.lines();
        var left = new ArrayList<Long>();
        var taken = new ArrayList<List<Taken>>();
        for (int i = 0; i < prices.size(); i++) {
            left.add(prices.get(i).times(lines.get(i).quantity().units()).minor());
            taken.add(new ArrayList<>());
        }
        for (var one : reckoned(chosen()).applied()) {
            one.off().forEach((sku, off) -> give(sku, one, left, taken, off));
        }
        return taken;
    }

    /** What is off a SKU falls to its lines; the dearest line first where there is a tie. */
    private void give(Sku sku, Applied one, List<Long> left, List<List<Taken>> taken, long off) {
        var cut = one.promotion().cut(one.sum());
        var lines = IntStream.range(0, left.size())
                .filter(i -> request.lines().get(i).sku().equals(sku))
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> left.get(i)).reversed())
                .toList();
        var shares = Shares.of(off, lines.stream().map(left::get).toList());
        for (int i = 0; i < shares.size(); i++) {
            int line = lines.get(i);
            long share = shares.get(i);
            if (share > 0) {
                left.set(line, left.get(line) - share);
                taken.get(line).add(new Taken(cut, new Money(share, request.currency())));
            }
        }
    }

    /** Those that hold; of each group of which only the best deal does, that one. */
    private Set<Promotion> chosen() {
        var chosen = holding.stream()
                .filter(promotion -> !promotion.combination().is(Mode.BEST_DEAL))
                .collect(Collectors.toCollection(HashSet::new));
        holding.stream()
                .filter(promotion -> promotion.combination().is(Mode.BEST_DEAL))
                .collect(Collectors.groupingBy(Promotion::combination, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(members -> best(members, chosen).ifPresent(chosen::add));
        return chosen;
    }

    /** The first of those with which the purchase costs least beside what is chosen; none where it is cheapest without. */
    private Optional<Promotion> best(List<Promotion> members, Set<Promotion> chosen) {
        var best = Optional.<Promotion>empty();
        long least = reckoned(chosen).left();
        for (var member : members) {
            var with = new HashSet<>(chosen);
            with.add(member);
            long left = reckoned(with).left();
            if (left < least) {
                best = Optional.of(member);
                least = left;
            }
        }
        return best;
    }

    private Reckoned reckoned(Set<Promotion> chosen) {
        var used = new HashSet<Combination>();
        var applied = new ArrayList<Applied>();
        var idle = new HashMap<Promotion, Fate>();
        var now = pile;
        for (var promotion : holding) {
            if (!chosen.contains(promotion)) {
                continue;
            }
            if (used.contains(promotion.combination())) {
                idle.put(promotion, Fate.EXCLUDED);
                continue;
            }
            var then = Offering.after(promotion, now, request.currency());
            if (then.worth() < now.worth()) {
                applied.add(new Applied(promotion, difference(now, then)));
                if (promotion.combination().is(Mode.EXCLUSIVE)) {
                    used.add(promotion.combination());
                }
                now = then;
            } else {
                idle.put(promotion, Offering.isReached(promotion, now) ? Fate.TOO_FEW : Fate.BELOW_MINIMUM);
            }
        }
        return new Reckoned(applied, idle, now.worth());
    }

    private static Map<Sku, Long> difference(Pile before, Pile after) {
        var off = new TreeMap<>(before.bySku());
        after.bySku().forEach((sku, worth) -> off.merge(sku, worth, (was, is) -> was - is));
        off.values().removeIf(none -> Objects.equals(none, 0L));
        return off;
    }
}

package io.stoa.pricing;

import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes cuts off lines: each line's own first, then those of the whole purchase, each on what the one before it left. What is
 * taken off the whole falls to the lines by what they still cost, to the smallest unit by the largest remainder (Hamilton's
 * method), equal ones by SKU, so that the order of lines changes no amount.
 */
final class Cutting {

    private final List<PriceRequest.Line> lines;
    private final List<Money> left = new ArrayList<>();
    private final List<List<Taken>> taken = new ArrayList<>();

    /** What of a whole falls to a line: whole units, and what remains of the division, by which the last units are given out. */
    private record Share(int line, long units, BigInteger remainder) {}

    private Cutting(List<PriceRequest.Line> lines, List<Money> prices) {
        this.lines = lines;
        this.left.addAll(prices);
        lines.forEach(line -> taken.add(new ArrayList<>()));
    }

    /** What is taken off each line, in their order. */
    static List<List<Taken>> taken(PriceRequest request, List<Money> prices) {
        var cutting = new Cutting(request.lines(), prices);
        for (int i = 0; i < prices.size(); i++) {
            for (var cut : request.lines().get(i).cuts()) {
                cutting.take(
                        i,
                        cut,
                        cut.off(
                                cutting.left.get(i),
                                request.lines().get(i).quantity().units()));
            }
        }
        request.cuts().forEach(cutting::spread);
        return cutting.taken;
    }

    private void take(int line, Cut cut, Money amount) {
        if (!amount.isZero()) {
            left.set(line, left.get(line).minus(amount));
            taken.get(line).add(new Taken(cut, amount));
        }
    }

    private void spread(Cut cut) {
        var whole =
                left.stream().reduce(Money::plus).filter(sum -> !sum.isZero()).orElse(null);
        if (whole == null) {
            return;
        }
        int pieces = lines.stream().mapToInt(line -> line.quantity().units()).sum();
        long off = cut.off(whole, pieces).minor();
        var shares = IntStream.range(0, left.size())
                .mapToObj(i -> share(i, off, whole.minor()))
                .toList();
        long rest = off - shares.stream().mapToLong(Share::units).sum();
        var more = shares.stream()
                .sorted(Comparator.comparing(Share::remainder)
                        .reversed()
                        .thenComparing(share -> lines.get(share.line()).sku()))
                .limit(rest)
                .map(Share::line)
                .toList();
        shares.forEach(share -> take(
                share.line(), cut, new Money(share.units() + (more.contains(share.line()) ? 1 : 0), whole.currency())));
    }

    private Share share(int line, long off, long whole) {
        var parts = BigInteger.valueOf(left.get(line).minor())
                .multiply(BigInteger.valueOf(off))
                .divideAndRemainder(BigInteger.valueOf(whole));
        return new Share(line, parts[0].longValueExact(), parts[1]);
    }
}

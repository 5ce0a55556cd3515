package io.stoa.pricing;

import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes cuts off lines: each line's own first, then those of the whole purchase, each on what the one before it left. What is
 * taken off the whole falls to the lines by what they still cost ({@link Shares}), equal ones by SKU and the dearest
 * line first, so that the order of lines changes no amount.
 */
final class Cutting {

    private final List<PriceRequest.Line> lines;
    private final List<Money> left = new ArrayList<>();
    private final List<List<Taken>> taken = new ArrayList<>();

    private Cutting(List<PriceRequest.Line> lines, List<Money> prices, List<List<Taken>> promoted) {
        this.lines = lines;
        for (int i = 0; i < lines.size(); i++) {
            var price = prices.get(i).times(lines.get(i).quantity().units());
            left.add(promoted.get(i).stream().map(Taken::amount).reduce(price, Money::minus));
            taken.add(new ArrayList<>(promoted.get(i)));
        }
    }

    /**
     * What is taken off each line, in their order: that by promotions, and the cuts behind it.
     *
     * @param prices what one piece of each line costs
     */
    static List<List<Taken>> taken(PriceRequest request, List<Money> prices, List<List<Taken>> promoted) {
        var cutting = new Cutting(request.lines(), prices, promoted);
        for (int i = 0; i < prices.size(); i++) {
            var line = request.lines().get(i);
            for (var cut : line.cuts()) {
                cutting.take(i, cut, cut.off(cutting.left.get(i), line.quantity().units()));
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
        var inOrder = IntStream.range(0, left.size())
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> lines.get(line).sku())
                        .thenComparing(left::get, Comparator.reverseOrder()))
                .toList();
        var shares = Shares.of(off, inOrder.stream().map(line -> left.get(line).minor()).toList());
        for (int i = 0; i < shares.size(); i++) {
            take(inOrder.get(i), cut, new Money(shares.get(i), whole.currency()));
        }
    }
}

package io.stoa.pricing;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a whole by weights, to the smallest unit by the largest remainder (Hamilton's method); equal ones in their order. */
public final class Shares {

    private Shares() {}

    /** What falls to each weight; nothing to any when all weigh nothing. Where the whole is at most the weights, no share is above its. */
    public static List<Long> of(long whole, List<Long> weights) {
        long all = weights.stream().reduce(0L, Math::addExact);
        var units = new ArrayList<Long>();
        var remainders = new ArrayList<BigInteger>();
        for (long weight : weights) {
            var parts = BigInteger.valueOf(weight)
                    .multiply(BigInteger.valueOf(whole))
                    .divideAndRemainder(BigInteger.valueOf(Math.max(1, all)));
            units.add(parts[0].longValueExact());
            remainders.add(parts[1]);
        }
        long rest = all == 0 ? 0 : whole - units.stream().mapToLong(Long::longValue).sum();
        IntStream.range(0, units.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders.get(i)).reversed())
                .limit(rest)
                .forEach(i -> units.set(i, units.get(i) + 1));
        return units;
    }
}

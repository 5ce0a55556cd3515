package io.stoa.bench;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What buyers were told is theirs, by article: held against what was put in, whatever tables say. Thread-safe. */
final class Ledger {

    private final AtomicIntegerArray pieces;

    Ledger(int skus) {
        this.pieces = new AtomicIntegerArray(skus);
    }

    void add(int sku, int more) {
        pieces.addAndGet(sku, more);
    }

    void add(Pair bought) {
        add(bought.first(), 1);
        add(bought.second(), 1);
    }

    void addAll(String counts) {
        var all = Arrays.stream(counts.split(" ")).mapToInt(Integer::parseInt).toArray();
        IntStream.range(0, all.length).forEach(sku -> add(sku, all[sku]));
    }

    int of(int sku) {
        return pieces.get(sku);
    }

    long total() {
        return IntStream.range(0, pieces.length()).mapToLong(pieces::get).sum();
    }

    /** Pieces sold beyond what was there of each. */
    long oversold(Assortment assortment) {
        return IntStream.range(0, pieces.length())
                .mapToLong(sku -> Math.max(0, pieces.get(sku) - assortment.pieces(sku)))
                .sum();
    }

    @Override
    public String toString() {
        return IntStream.range(0, pieces.length())
                .mapToObj(sku -> Integer.toString(pieces.get(sku)))
                .collect(Collectors.joining(" "));
    }
}

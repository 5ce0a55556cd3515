package io.stoa.pricing.promotions;

import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pieces of a purchase by what each still costs. Pieces of one SKU that cost the same are one run, whichever lines they are
 * on; the dearest come first, then it goes by SKU. So nothing that is reckoned with it can depend on lines.
 */
record Pile(List<Run> runs) {

    private static final Comparator<Run> DEAREST_FIRST =
            Comparator.comparing(Run::each).reversed().thenComparing(Run::sku);

    /** So many pieces that cost so much each, in minor units, and the shelves on which they stand. */
    record Run(Sku sku, Set<String> shelves, long each, long pieces) {

        long worth() {
            return Math.multiplyExact(each, pieces);
        }
    }

    /** So many pieces of a run become so much cheaper each. */
    record Off(Run run, long pieces, long each) {}

    static Pile of(Collection<Run> parts) {
        var together = parts.stream()
                .filter(part -> part.pieces() > 0)
                .collect(Collectors.groupingBy(part -> new Run(part.sku(), part.shelves(), part.each(), 0)));
        return new Pile(together.values().stream()
                .map(same -> same.stream().reduce(Pile::joined).orElseThrow())
                .sorted(DEAREST_FIRST)
                .toList());
    }

    private static Run joined(Run one, Run other) {
        return new Run(one.sku(), one.shelves(), one.each(), one.pieces() + other.pieces());
    }

    List<Run> of(Goods goods) {
        return where(run -> goods.has(run.sku(), run.shelves()));
    }

    List<Run> where(Predicate<Run> wanted) {
        return runs.stream().filter(wanted).toList();
    }

    Pile less(List<Off> offs) {
        var left = runs.stream().map(run -> new Run(run.sku(), run.shelves(), run.each(), run.pieces() - pieces(offs, run)));
        var cheaper = offs.stream()
                .map(off -> new Run(off.run().sku(), off.run().shelves(), off.run().each() - off.each(), off.pieces()));
        return of(Stream.concat(left, cheaper).toList());
    }

    private static long pieces(List<Off> offs, Run run) {
        return offs.stream().filter(off -> off.run().equals(run)).mapToLong(Off::pieces).sum();
    }

    long worth() {
        return worth(runs);
    }

    static long worth(List<Run> runs) {
        return runs.stream().mapToLong(Run::worth).reduce(0, Math::addExact);
    }

    static long pieces(List<Run> runs) {
        return runs.stream().mapToLong(Run::pieces).sum();
    }

    Map<Sku, Long> bySku() {
        return runs.stream().collect(Collectors.groupingBy(Run::sku, TreeMap::new, Collectors.summingLong(Run::worth)));
    }
}

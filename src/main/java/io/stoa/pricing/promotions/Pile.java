package io.stoa.pricing.promotions;

import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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

        private Run having(long others) {
            return new Run(sku, shelves, each, others);
        }
    }

    /** So many pieces of a run become so much cheaper each. */
    record Off(Run run, long pieces, long each) {}

    static Pile of(Collection<Run> parts) {
        return new Pile(counted(parts.stream()).entrySet().stream()
                .map(same -> same.getKey().having(same.getValue()))
                .toList());
    }

    /** How many there are of each, the dearest first. */
    private static SortedMap<Run, Long> counted(Stream<Run> parts) {
        var counted = new TreeMap<Run, Long>(DEAREST_FIRST);
        parts.filter(part -> part.pieces() > 0).forEach(part -> counted.merge(part, part.pieces(), Long::sum));
        return counted;
    }

    List<Run> of(Goods goods) {
        return where(run -> goods.has(run.sku(), run.shelves()));
    }

    List<Run> where(Predicate<Run> wanted) {
        return runs.stream().filter(wanted).toList();
    }

    Pile less(List<Off> offs) {
        var gone = counted(offs.stream().map(off -> off.run().having(off.pieces())));
        var left = runs.stream().map(run -> run.having(run.pieces() - gone.getOrDefault(run, 0L)));
        var cheaper = offs.stream()
                .map(off -> new Run(off.run().sku(), off.run().shelves(), off.run().each() - off.each(), off.pieces()));
        return of(Stream.concat(left, cheaper).toList());
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

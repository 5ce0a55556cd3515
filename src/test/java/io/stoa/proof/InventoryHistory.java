package io.stoa.proof;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Steps that several people take at once in a small shop. The seed decides the steps, the machine their interleaving. */
record InventoryHistory(List<Integer> pieces, List<Step> steps) {

    static final int ACTORS = 5;
    static final int PLACES = 2;
    static final int ARTICLES = 3;

    private static final int STEPS = 45;

    /** What somebody can do. */
    enum Deed {
        SHIP,
        COLLECT,
        BOTH,
        TAKE_AWAY,
        PAY,
        CANCEL,
        REROUTE,
        FULFIL,
        RECEIVE,
        COUNT,
        DAMAGE,
        SEND,
        ARRIVE,
        EXPIRE
    }

    /** One thing that one actor does; {@code pick} chooses an order among those that are there by then. */
    record Step(int actor, Deed deed, int article, int place, int pieces, int pick) {}

    /** Few pieces and many who want them. */
    static InventoryHistory random(long seed) {
        var random = new Random(seed);
        var pieces = IntStream.range(0, ARTICLES * PLACES).mapToObj(i -> random.nextInt(7)).toList();
        return new InventoryHistory(
                pieces, IntStream.range(0, STEPS).mapToObj(i -> step(random)).toList());
    }

    InventoryHistory with(List<Step> others) {
        return new InventoryHistory(pieces, List.copyOf(others));
    }

    private static Step step(Random random) {
        return new Step(
                random.nextInt(ACTORS),
                deed(random),
                random.nextInt(ARTICLES),
                random.nextInt(PLACES),
                1 + random.nextInt(3),
                random.nextInt(1000));
    }

    /** Ordering comes often, else nothing else could happen. */
    private static Deed deed(Random random) {
        var deeds = Deed.values();
        return random.nextInt(5) < 2 ? deeds[random.nextInt(4)] : deeds[random.nextInt(deeds.length)];
    }
}

package io.stoa.bench;

import java.util.concurrent.ThreadLocalRandom;

/** Two different articles by number, the smaller one first: what an order of the measurements contains. */
record Pair(int first, int second) {

    private static final int HOT = 0;

    /** One of them is the article that everybody wants, if it is hot; all others are equally likely. */
    static Pair random(int skus, boolean hot) {
        var random = ThreadLocalRandom.current();
        int one = hot ? HOT : random.nextInt(1, skus);
        int other = random.nextInt(1, skus - 1);
        other += other >= one && one != HOT ? 1 : 0;
        return new Pair(Math.min(one, other), Math.max(one, other));
    }
}

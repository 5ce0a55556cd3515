package io.stoa.drawer;

import io.stoa.shared.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** What was counted: how many notes and coins of each worth in the smallest unit of the currency. */
public record Count(Map<Long, Integer> pieces) {

    private static final int KINDS_MAX = 40;
    private static final int PIECES_MAX = 100_000;
    private static final long WORTH_MAX = 100_000_000L;

    public Count {
        if (pieces.size() > KINDS_MAX) {
            throw new IllegalArgumentException("A count has at most 40 kinds of notes and coins");
        }
        pieces.forEach((worth, number) -> {
            if (worth <= 0 || worth > WORTH_MAX || number < 0 || number > PIECES_MAX) {
                throw new IllegalArgumentException("A count has 0 to 100000 pieces of each note and coin");
            }
        });
        pieces = Collections.unmodifiableMap(new TreeMap<>(pieces));
    }

    public long minor() {
        return pieces.entrySet().stream()
                .mapToLong(one -> one.getKey() * one.getValue())
                .sum();
    }

    public Money total(Currency currency) {
        return new Money(minor(), currency);
    }
}

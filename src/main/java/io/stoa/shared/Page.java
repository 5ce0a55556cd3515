package io.stoa.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key: the items, and the key to ask for what comes after, or null at the end. A page
 * holds at most {@value #SIZE_MAX} items.
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public static final int SIZE_MAX = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** Makes a page from up to {@code size + 1} rows: the surplus row only proves that there is more. */
    public static <T> Page<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, size);
        return new Page<>(items, key.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }

    /** Brings an asked size into the allowed range. */
    public static int clamp(int size) {
        return Math.clamp(size, 1, SIZE_MAX);
    }
}

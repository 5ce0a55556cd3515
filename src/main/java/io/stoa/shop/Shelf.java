package io.stoa.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles side by side: a department, or what a search found. */
public record Shelf(
        String title,
        @Nullable String search,
        List<Link> path,
        List<Link> narrower,
        List<Good> goods,
        @Nullable String next) {

    public Shelf {
        path = List.copyOf(path);
        narrower = List.copyOf(narrower);
        goods = List.copyOf(goods);
    }
}

package io.stoa.shop.search;

import io.stoa.shop.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles side by side: a department, or what a search found; what is chosen, and by what one may narrow it down further.
 * The note tells how the words were read where that is not as they were typed.
 */
public record Shelf(
        String title,
        @Nullable String search,
        @Nullable String note,
        List<Link> path,
        List<Good> goods,
        long total,
        List<Link> chosen,
        @Nullable String clear,
        List<Facet> facets,
        List<Link> orders,
        @Nullable String previous,
        @Nullable String next,
        List<Link> elsewhere) {

    public Shelf {
        path = List.copyOf(path);
        goods = List.copyOf(goods);
        chosen = List.copyOf(chosen);
        facets = List.copyOf(facets);
        orders = List.copyOf(orders);
        elsewhere = List.copyOf(elsewhere);
    }

    /** One thing to narrow down by. */
    public record Facet(String name, List<Choice> choices) {
        public Facet {
            choices = List.copyOf(choices);
        }

        /** Those that are shown at once; the others are folded away. */
        public List<Choice> first() {
            return choices.subList(0, Math.min(FOLD, choices.size()));
        }

        public List<Choice> rest() {
            return choices.subList(Math.min(FOLD, choices.size()), choices.size());
        }

        private static final int FOLD = 8;
    }

    /** Where choosing it leads, or taking it back when it is chosen. */
    public record Choice(String text, long count, String href, boolean chosen) {}
}

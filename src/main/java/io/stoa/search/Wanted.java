package io.stoa.search;

import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: words, or none for all goods; a shelf by its slug; traits, of which any value of a name will do
 * but every name must fit; a price on the web; only what is in stock, or at one place; and how many are at home. Pages count from 1.
 */
public record Wanted(
        String text,
        @Nullable String shelf,
        Map<String, Set<String>> traits,
        @Nullable PriceBand price,
        boolean inStock,
        @Nullable LocationId place,
        @Nullable LocationId home,
        Order order,
        String language,
        int page,
        int size) {

    /** What lies further behind nobody turns to; it is found with one more word. */
    public static final int PAGES_MAX = 200;

    private static final int TRAITS_MAX = 12;

    /** What comes first. */
    public enum Order {
        BEST,
        NEWEST,
        CHEAPEST,
        DEAREST
    }

    public Wanted {
        text = text.strip();
        shelf = shelf == null || shelf.isBlank() ? null : shelf;
        page = Math.clamp(page, 1, PAGES_MAX);
        size = Page.clamp(size);
        var few = new TreeMap<String, Set<String>>();
        traits.entrySet().stream().limit(TRAITS_MAX).forEach(trait -> few.put(trait.getKey(), Set.copyOf(trait.getValue())));
        traits = Map.copyOf(few);
    }

    public static Wanted all(int size) {
        return text("", size);
    }

    public static Wanted text(String text, int size) {
        return new Wanted(text, null, Map.of(), null, false, null, null, Order.BEST, "en", 1, size);
    }

    /** Whether nothing is narrowed down, unless to what can be had. */
    boolean isWhole() {
        return traits.isEmpty() && price == null && place == null;
    }

    /** The same question as far as its counts go: one hit, in any order, of any language. */
    Wanted counts() {
        return new Wanted(text, shelf, traits, price, inStock, place, home, Order.BEST, "en", 1, 1);
    }

    public Wanted onShelf(@Nullable String slug) {
        return new Wanted(text, slug, traits, price, inStock, place, home, order, language, page, size);
    }

    public Wanted with(Map<String, Set<String>> otherTraits) {
        return new Wanted(text, shelf, otherTraits, price, inStock, place, home, order, language, page, size);
    }

    public Wanted costing(@Nullable PriceBand band) {
        return new Wanted(text, shelf, traits, band, inStock, place, home, order, language, page, size);
    }

    public Wanted onlyInStock() {
        return new Wanted(text, shelf, traits, price, true, place, home, order, language, page, size);
    }

    public Wanted at(@Nullable LocationId otherPlace) {
        return new Wanted(text, shelf, traits, price, inStock, otherPlace, home, order, language, page, size);
    }

    /** Counts what is there at the visitor's own place, without asking for it. */
    public Wanted countingAt(@Nullable LocationId otherHome) {
        return new Wanted(text, shelf, traits, price, inStock, place, otherHome, order, language, page, size);
    }

    public Wanted by(Order otherOrder) {
        return new Wanted(text, shelf, traits, price, inStock, place, home, otherOrder, language, page, size);
    }

    public Wanted in(String otherLanguage) {
        return new Wanted(text, shelf, traits, price, inStock, place, home, order, otherLanguage, page, size);
    }

    public Wanted page(int number) {
        return new Wanted(text, shelf, traits, price, inStock, place, home, order, language, number, size);
    }
}

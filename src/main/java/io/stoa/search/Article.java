package io.stoa.search;

import io.stoa.catalog.Category;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.Variant;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A published product as it is found: its words in each language, and what it may be narrowed down by. */
record Article(
        ProductId product,
        List<Sku> skus,
        List<Line> lines,
        List<String> shelves,
        Set<String> traits,
        @Nullable Long price,
        Set<LocationId> places) {

    /** Under which the brand is kept beside the merchant's own traits. */
    static final String BRAND = "brand";

    /** Between the name of a trait and its value. */
    static final char PART = '\u001f';

    private static final int TRAIT_MAX = 40;

    /** The plain words of one language. */
    record Line(String language, String title, String around, String description) {}

    static Article of(Product product, List<Category> shelves, @Nullable Long price, Set<LocationId> places) {
        var offered = product.variants().stream().filter(Variant::offered).toList();
        var around = around(product, offered, shelves);
        var lines = product.titles().entrySet().stream()
                .map(title -> new Line(
                        title.getKey(),
                        Words.plain(title.getValue()),
                        around,
                        Words.plain(product.descriptions().getOrDefault(title.getKey(), ""))))
                .toList();
        return new Article(
                product.id(),
                offered.stream().map(Variant::sku).toList(),
                lines,
                shelves.stream().map(Category::path).toList(),
                traits(product, offered),
                price,
                places);
    }

    /** All titles between bars, so that a whole title and the beginning of one are both found in it. */
    String titles() {
        return lines.stream().map(Line::title).collect(Collectors.joining("|", "|", "|"));
    }

    /** What somebody may have misspelt. */
    Stream<String> words() {
        return lines.stream().flatMap(line -> Stream.of((line.title() + " " + line.around()).split(" ")));
    }

    private static String around(Product product, List<Variant> offered, List<Category> shelves) {
        var around = new ArrayList<String>(List.of(product.code()));
        shelves.forEach(shelf -> {
            around.add(shelf.name());
            around.addAll(shelf.names().values());
        });
        if (product.brand() != null) {
            around.add(product.brand());
        }
        around.addAll(product.attributes().values());
        offered.forEach(variant -> {
            around.add(variant.sku().value());
            around.addAll(variant.options().values());
        });
        return around.stream().map(Words::plain).distinct().collect(Collectors.joining(" "));
    }

    /** Short ones only: a sentence sets nothing apart. */
    private static Set<String> traits(Product product, List<Variant> offered) {
        var traits = new TreeSet<String>();
        if (product.brand() != null) {
            add(traits, Map.of(BRAND, product.brand()));
        }
        add(traits, product.attributes());
        offered.forEach(variant -> add(traits, variant.options()));
        return traits;
    }

    private static void add(Set<String> traits, Map<String, String> values) {
        values.forEach((name, value) -> {
            var tidy = value.strip();
            if (!tidy.isEmpty() && tidy.length() <= TRAIT_MAX && name.length() <= TRAIT_MAX) {
                traits.add(trait(name, tidy));
            }
        });
    }

    static String trait(String name, String value) {
        return name.replace(PART, ' ') + PART + value.replace(PART, ' ');
    }
}

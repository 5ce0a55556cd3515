package io.stoa.search;

import io.stoa.catalog.Category;
import io.stoa.catalog.ProductId;
import io.stoa.search.SearchTable.Kind;
import io.stoa.search.SearchTable.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the lines of an answer. */
final class Lines {

    /** Where price bands may begin, in whole units of money. */
    private static final List<Long> STEPS = List.of(5L, 10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L);

    private static final int BANDS_MAX = 6;
    private static final int TRAITS_SHOWN = 8;
    private static final int VALUES_SHOWN = 24;

    private Lines() {}

    static List<Line> of(List<Line> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    static long number(List<Line> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind).mapToLong(Line::number).findFirst().orElse(0);
    }

    static ProductId product(Line line) {
        return new ProductId(Long.parseLong(key(line)));
    }

    /** The steps in minor units. */
    static List<Long> edges(Currency currency) {
        long unit = Math.round(Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())));
        return STEPS.stream().map(step -> step * unit).toList();
    }

    static Facets facets(List<Line> lines, @Nullable String path, List<Category> shelves, Currency currency, String language) {
        long total = number(lines, Kind.FOUND);
        return new Facets(
                shelves(of(lines, Kind.SHELF), path, shelves, language),
                bands(of(lines, Kind.BAND), edges(currency)),
                traits(of(lines, Kind.TRAIT), total),
                number(lines, Kind.IN_STOCK),
                number(lines, Kind.HERE));
    }

    /** Those right below the one asked for. */
    private static List<Facets.Shelf> shelves(
            List<Line> lines, @Nullable String path, List<Category> shelves, String language) {
        var slug = shelves.stream().filter(shelf -> shelf.path().equals(path)).map(Category::slug).findFirst().orElse(null);
        var found = new ArrayList<Facets.Shelf>();
        for (var line : lines) {
            shelves.stream()
                    .filter(shelf -> shelf.path().equals(line.key()) && Objects.equals(shelf.parentSlug(), slug))
                    .forEach(shelf -> found.add(new Facets.Shelf(shelf.slug(), shelf.name(language), line.number())));
        }
        return found;
    }

    /** Neighbours that have the fewest goods together become one until there are few enough. */
    private static List<Facets.Band> bands(List<Line> lines, List<Long> edges) {
        var bands = new ArrayList<Facets.Band>();
        lines.stream().sorted(Comparator.comparingInt(line -> Integer.parseInt(key(line)))).forEach(line -> {
            int bucket = Integer.parseInt(key(line));
            long from = bucket == 0 ? 0 : edges.get(bucket - 1);
            var band = new PriceBand(from, bucket == edges.size() ? Long.MAX_VALUE : edges.get(bucket));
            bands.add(new Facets.Band(band, line.number()));
        });
        while (bands.size() > BANDS_MAX) {
            int least = 0;
            for (int i = 1; i < bands.size() - 1; i++) {
                if (together(bands, i) < together(bands, least)) {
                    least = i;
                }
            }
            var one = bands.get(least);
            var other = bands.remove(least + 1);
            bands.set(least, new Facets.Band(new PriceBand(one.band().from(), other.band().until()), one.count() + other.count()));
        }
        return bands;
    }

    private static long together(List<Facets.Band> bands, int first) {
        return bands.get(first).count() + bands.get(first + 1).count();
    }

    /** What nearly every article has a value of its own for, such as a number, sets nothing apart. */
    private static List<Facets.Trait> traits(List<Line> lines, long total) {
        var byName = new LinkedHashMap<String, List<Facets.Value>>();
        for (var line : lines) {
            var key = key(line);
            int part = key.indexOf(Article.PART);
            byName.computeIfAbsent(key.substring(0, part), name -> new ArrayList<>())
                    .add(new Facets.Value(key.substring(part + 1), line.number()));
        }
        return byName.entrySet().stream()
                .filter(trait -> trait.getValue().size() > 1)
                .filter(trait -> trait.getValue().getFirst().count() > 1 || total < VALUES_SHOWN)
                .limit(TRAITS_SHOWN)
                .map(trait -> new Facets.Trait(
                        trait.getKey(), trait.getValue().subList(0, Math.min(VALUES_SHOWN, trait.getValue().size()))))
                .toList();
    }

    private static String key(Line line) {
        return Objects.requireNonNull(line.key());
    }
}

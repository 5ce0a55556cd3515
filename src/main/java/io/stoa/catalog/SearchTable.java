package io.stoa.catalog;

import io.stoa.shared.Page;
import io.stoa.shared.Remembered;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL of search. Words are compared plainly and as beginnings (so that search answers while typing), and by their
 * stems in each language; titles weigh more than brand and category, these more than descriptions.
 */
@Component
class SearchTable {

    private static final int NEIGHBOURS = 30;

    private final JdbcClient database;
    private final Remembered<Boolean> trigrams;

    private record Line(ProductId product, String stemming, String title, String around, String description) {}

    private record Hit(ProductCard card, float rank) {}

    SearchTable(JdbcClient database) {
        this.database = database;
        this.trigrams = new Remembered<>(this::hasTrigrams);
    }

    /** Replaces what these products are found by. */
    void index(List<WrittenProduct> products) {
        var lines = products.stream()
                .flatMap(written -> written.product().texts().entrySet().stream()
                        .map(text -> line(written.id(), written.product(), text.getKey(), text.getValue())))
                .toList();
        database.sql("""
                INSERT INTO catalog.search (product_id, words)
                SELECT given.product_id,
                       catalog.all_words(
                           setweight(to_tsvector('simple', given.title) || to_tsvector(given.stemming::regconfig, given.title), 'A')
                           || setweight(to_tsvector('simple', given.around), 'B')
                           || setweight(to_tsvector(given.stemming::regconfig, given.around || ' ' || given.description), 'D'))
                  FROM unnest(:products::bigint[], :stemmings::text[], :titles::text[], :arounds::text[],
                              :descriptions::text[]) AS given (product_id, stemming, title, around, description)
                 GROUP BY given.product_id
                ON CONFLICT (product_id) DO UPDATE SET words = excluded.words
                """)
                .param(
                        "products",
                        lines.stream().map(line -> line.product().value()).toArray(Long[]::new))
                .param("stemmings", texts(lines, Line::stemming))
                .param("titles", texts(lines, Line::title))
                .param("arounds", texts(lines, Line::around))
                .param("descriptions", texts(lines, Line::description))
                .update();
        learn(lines);
    }

    void remove(Collection<ProductId> products) {
        database.sql("DELETE FROM catalog.search WHERE product_id = ANY(:products)")
                .param("products", ProductTable.numbers(products))
                .update();
    }

    /** The published products that have all these words, best first; {@code path} restricts them to a shelf. */
    Page<ProductCard> find(List<String> words, ProductQuery query, @Nullable String path) {
        var after = After.read(query.after());
        var hits = database.sql("SELECT hit.rank, " + ProductViewTable.CARD + """
                  FROM (SELECT s.product_id, ts_rank(s.words, asked.query) AS rank
                          FROM catalog.search s,
                               (SELECT to_tsquery('simple', :prefixes)
                                       || plainto_tsquery(:stemming::regconfig, :plain) AS query) AS asked
                         WHERE s.words @@ asked.query
                           AND (:path::text IS NULL OR s.product_id IN (SELECT product_id FROM catalog.placement
                                                                         WHERE category = :path))
                           AND (ts_rank(s.words, asked.query), s.product_id) < (:afterRank::real, :afterId)
                         ORDER BY rank DESC, s.product_id DESC
                         LIMIT :limit) AS hit
                  JOIN catalog.product p ON p.id = hit.product_id
                 ORDER BY hit.rank DESC, hit.product_id DESC
                """)
                .param("prefixes", words.stream().map(word -> word + ":*").collect(Collectors.joining(" & ")))
                .param("stemming", Languages.stemming(query.language()))
                .param("plain", String.join(" ", words))
                .param("path", path, Types.VARCHAR)
                .param("afterRank", after.rank())
                .param("afterId", after.id())
                .param("limit", query.size() + 1)
                .query((row, n) -> new Hit(ProductViewTable.card(row, query.language()), row.getFloat("rank")))
                .list();
        return Page.of(
                        hits,
                        query.size(),
                        hit -> new After(hit.rank(), hit.card().productId().value()).toString())
                .map(Hit::card);
    }

    /** Each word as it was probably meant, itself where nothing is near enough. */
    List<String> meant(List<String> typed) {
        var meant = new ArrayList<String>();
        for (var word : typed) {
            meant.add(nearest(word, neighbours(word)));
        }
        return meant;
    }

    private static String nearest(String typed, List<String> known) {
        var best = typed;
        int errors = Words.errorsForgiven(typed) + 1;
        for (var word : known) {
            int now = Words.errors(typed, word);
            if (now < errors) {
                errors = now;
                best = word;
            }
        }
        return best;
    }

    private List<String> neighbours(String word) {
        var nearest = trigrams.get() ? "SELECT word FROM catalog.word ORDER BY word <-> :word LIMIT :limit" : """
                  SELECT word FROM catalog.word
                   WHERE word LIKE left(:word, 1) || '%' AND abs(length(word) - length(:word)) <= 2
                   ORDER BY abs(length(word) - length(:word)), word LIMIT 100 * :limit""";
        return database.sql(nearest)
                .param("word", word)
                .param("limit", NEIGHBOURS)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private void learn(List<Line> lines) {
        var words = new TreeSet<String>();
        lines.forEach(line -> words.addAll(List.of((line.title() + " " + line.around()).split(" "))));
        words.removeIf(word -> Words.errorsForgiven(word) == 0 || word.chars().anyMatch(Character::isDigit));
        database.sql("""
                INSERT INTO catalog.word (word)
                SELECT word FROM unnest(:words::text[]) AS word ORDER BY word
                ON CONFLICT DO NOTHING
                """).param("words", words.toArray(String[]::new)).update();
    }

    private boolean hasTrigrams() {
        return database.sql("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')")
                .query(Boolean.class)
                .single();
    }

    private static Line line(ProductId id, NewProduct product, String language, Text text) {
        var around = new StringBuilder(product.code() + " " + product.category());
        if (product.brand() != null) {
            around.append(' ').append(product.brand());
        }
        product.attributes().values().forEach(value -> around.append(' ').append(value));
        product.variants().forEach(variant -> {
            around.append(' ').append(variant.sku());
            variant.options().values().forEach(value -> around.append(' ').append(value));
        });
        return new Line(
                id,
                Languages.stemming(language),
                Words.plain(text.title()),
                Words.plain(around.toString()),
                Words.plain(text.description()));
    }

    private static @Nullable String[] texts(List<Line> lines, Function<Line, @Nullable String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }

    /** The place in a list of hits from where to go on. */
    private record After(float rank, long id) {

        static After read(@Nullable String key) {
            if (key == null) {
                return new After(Float.MAX_VALUE, Long.MAX_VALUE);
            }
            int colon = key.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("That page cannot be continued");
            }
            return new After(Float.parseFloat(key.substring(0, colon)), Long.parseLong(key.substring(colon + 1)));
        }

        @Override
        public String toString() {
            return rank + ":" + id;
        }
    }
}

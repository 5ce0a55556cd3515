package io.stoa.search;

import io.stoa.catalog.ProductId;
import io.stoa.shared.LocationId;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of finding: a page of hits with all counts, or only the first few, each one statement. */
@Component
class SearchTable {

    private static final int SUGGESTED_OF = 1_000;
    private static final int TRAITS_MAX = 500;

    /** How well the words fit: the whole title, its beginning, title or traits, or only the description. */
    private static final String TIER = """
            CASE WHEN strpos(a.titles, :whole) > 0 THEN 3 WHEN strpos(a.titles, :start) > 0 THEN 2
                 WHEN a.named @@ (SELECT query FROM asked) THEN 1 ELSE 0 END AS tier,
            ts_rank(a.named, (SELECT query FROM asked)) AS rank
            """;

    /** Of goods that no word was asked of, all fit alike; an index has them in this order. */
    private static final String WHOLE = "in_stock DESC, product_id DESC";

    private static final String BEST = "tier DESC, in_stock DESC, rank DESC, product_id DESC";

    private final JdbcClient database;

    /**
     * What is asked of the table: each of the terms, or any; on that shelf.
     *
     * @param plain the words as they were typed, to know a whole title
     */
    record Asked(List<String> terms, boolean any, String plain, @Nullable String path, List<Long> edges) {}

    /** One line of the answer: a product, with 1 for in stock and 2 for at home, or how many there are of something. */
    record Line(Kind kind, @Nullable String key, long number) {}

    /** The kinds of lines, in the order of their numbers in the statement. */
    enum Kind {
        PRODUCT,
        FOUND,
        MATCHED,
        IN_STOCK,
        HERE,
        BAND,
        SHELF,
        TRAIT
    }

    SearchTable(JdbcClient database) {
        this.database = database;
    }

    List<Line> find(Asked asked, Wanted wanted) {
        return statement("", asked, wanted)
                .query((row, n) -> new Line(Kind.values()[row.getInt("kind")], row.getString("key"), row.getLong("n")))
                .list();
    }

    /** A page of all goods, or of a whole shelf, or of what of it can be had, without counts. */
    List<Line> page(@Nullable String path, Wanted wanted) {
        return database.sql("""
                SELECT product_id::text AS key, (in_stock::int + 2 * here::int)::bigint AS n
                  FROM (SELECT product_id, in_stock, price, COALESCE(places @> ARRAY[:home]::text[], false) AS here
                          FROM search.article a
                         WHERE %s%s) AS a
                 ORDER BY %s
                 LIMIT :size OFFSET :skipped
                """.formatted(
                        path == null ? "true" : "a.shelves @> ARRAY[:path]::text[]",
                        wanted.inStock() ? " AND a.in_stock" : "",
                        order(wanted.order(), WHOLE)))
                .param("home", value(wanted.home()), Types.VARCHAR)
                .param("path", path, Types.VARCHAR)
                .param("size", wanted.size())
                .param("skipped", (wanted.page() - 1) * wanted.size())
                .query((row, n) -> new Line(Kind.PRODUCT, row.getString("key"), row.getLong("n")))
                .list();
    }

    /** Behind a word such as EXPLAIN, for whoever wants to know how it is answered. */
    JdbcClient.StatementSpec statement(String before, Asked asked, Wanted wanted) {
        var filters = Filters.of(wanted);
        var statement = database.sql(before + asked(asked) + hits(asked, filters) + lines(wanted, filters))
                .param("size", wanted.size())
                .param("skipped", (wanted.page() - 1) * wanted.size())
                .param("place", value(wanted.place()), Types.VARCHAR)
                .param("home", value(wanted.home()), Types.VARCHAR)
                .param("edges", asked.edges().toArray(Long[]::new))
                .param("path", asked.path(), Types.VARCHAR);
        return ask(statement, asked, wanted.language()).params(filters.parameters());
    }

    /** The best of the first thousand; more than that fit only what is too short to say which is best. */
    List<ProductId> first(Asked asked, String language, int size) {
        var statement = database.sql(asked(asked) + """
                SELECT product_id
                  FROM (SELECT a.product_id, a.in_stock,\s""" + TIER + """
                          FROM search.article a
                         WHERE a.words @@ (SELECT query FROM asked)
                         LIMIT :considered) AS hit
                 ORDER BY\s""" + BEST + " LIMIT :size")
                .param("considered", SUGGESTED_OF)
                .param("size", size);
        return ask(statement, asked, language)
                .query((row, n) -> new ProductId(row.getLong("product_id")))
                .list();
    }

    private static JdbcClient.StatementSpec ask(JdbcClient.StatementSpec statement, Asked asked, String language) {
        return asked.terms().isEmpty()
                ? statement
                : statement
                        .param("terms", asked.terms().toArray(String[]::new))
                        .param("last", asked.terms().size())
                        .param("stemming", Stemming.of(language))
                        .param("whole", "|" + asked.plain() + "|")
                        .param("start", "|" + asked.plain());
    }

    /** Words such as "the" mean nothing, except as the beginning of the last one. */
    private static String asked(Asked asked) {
        return asked.terms().isEmpty() ? "WITH " : """
                WITH asked AS MATERIALIZED (
                    SELECT %s(CASE WHEN term.place < :last AND numnode(term.stems) = 0 THEN NULL
                                                 ELSE term.plain || term.stems END) AS query
                      FROM (SELECT place, to_tsquery('simple', text) AS plain,
                                   to_tsquery(:stemming::regconfig, text) AS stems
                              FROM unnest(:terms::text[]) WITH ORDINALITY AS given (text, place)) term)
                """.formatted(asked.any() ? "search.any_of" : "search.all_of");
    }

    private static String hits(Asked asked, Filters filters) {
        var words = asked.terms().isEmpty();
        return (words ? "" : ", ") + "hit AS MATERIALIZED (SELECT a.product_id, a.price, a.in_stock, a.places, a.shelves, a.traits,\n"
                + (words ? "0 AS tier, 0 AS rank" : TIER) + ", " + filters.missed() + " AS missed\n"
                + "FROM search.article a WHERE true"
                + (words ? "" : " AND a.words @@ (SELECT query FROM asked)")
                + (asked.path() == null ? "" : " AND a.shelves @> ARRAY[:path]::text[]")
                + ")\n";
    }

    /** Each row of {@code hit} missed some of the filters; a count of a filter's own values looks past that one. */
    private static String lines(Wanted wanted, Filters filters) {
        return """
                SELECT kind, key, n FROM (
                    SELECT 0 AS kind, product_id::text AS key, (in_stock::int + 2 * here::int)::bigint AS n, row_number() OVER () AS place
                      FROM (SELECT product_id, in_stock, COALESCE(places @> ARRAY[:home]::text[], false) AS here
                              FROM hit WHERE missed = 0 ORDER BY %s LIMIT :size OFFSET :skipped) page
                    UNION ALL
                    SELECT 1, NULL, count(*), 0 FROM hit WHERE missed = 0
                    UNION ALL
                    SELECT 2, NULL, count(*), 0 FROM hit
                    UNION ALL
                    SELECT 3, NULL, count(*), 0 FROM hit WHERE missed & ~%d = 0 AND in_stock
                    UNION ALL
                    SELECT 4, NULL, count(*), 0 FROM hit WHERE missed & ~%d = 0 AND places @> ARRAY[:home]::text[]
                    UNION ALL
                    SELECT 5, width_bucket(price, :edges::bigint[])::text, count(*), 0
                      FROM hit WHERE missed & ~%d = 0 AND price IS NOT NULL GROUP BY 2
                    UNION ALL
                    SELECT 6, shelf, count(*), 0 FROM hit, unnest(shelves) AS shelf WHERE missed = 0 GROUP BY 2
                    UNION ALL
                    (SELECT 7, trait, count(*), 0 FROM hit, unnest(traits) AS trait WHERE %s GROUP BY 2 ORDER BY 3 DESC LIMIT %d)
                ) AS line
                ORDER BY kind, place, n DESC, key
                """
                .formatted(
                        order(wanted.order(), BEST),
                        Filters.STOCK,
                        Filters.PLACE,
                        Filters.PRICE,
                        filters.traitsCounted(),
                        TRAITS_MAX);
    }

    private static @Nullable String value(@Nullable LocationId place) {
        return place == null ? null : place.value();
    }

    private static String order(Wanted.Order order, String best) {
        return switch (order) {
            case BEST -> best;
            case NEWEST -> "product_id DESC";
            case CHEAPEST -> "price ASC NULLS LAST, product_id DESC";
            case DEAREST -> "price DESC NULLS LAST, product_id DESC";
        };
    }

    /** What has to fit besides the words. Each filter is a bit, so that a row knows which it missed. */
    record Filters(List<String> conditions, Map<String, Object> parameters) {

        static final int PRICE = 1;
        static final int STOCK = 2;
        static final int PLACE = 4;

        private static final int FIRST_TRAIT = 3;

        static Filters of(Wanted wanted) {
            var parameters = new HashMap<String, Object>();
            var conditions = new ArrayList<String>();
            var price = wanted.price();
            if (price != null) {
                parameters.put("from", price.from());
                parameters.put("until", price.until());
            }
            conditions.add(price == null ? "true" : "COALESCE(a.price >= :from AND a.price < :until, false)");
            conditions.add(wanted.inStock() ? "a.in_stock" : "true");
            conditions.add(wanted.place() == null ? "true" : "a.places @> ARRAY[:place]::text[]");
            for (var name : wanted.traits().keySet()) {
                var values = wanted.traits().getOrDefault(name, Set.of());
                var parameter = "trait" + conditions.size();
                conditions.add("a.traits && :" + parameter + "::text[]");
                parameters.put(parameter, values.stream().map(value -> Article.trait(name, value)).toArray(String[]::new));
                parameters.put(parameter + "name", name + Article.PART);
            }
            return new Filters(conditions, parameters);
        }

        String missed() {
            var bits = new StringBuilder("0");
            for (int i = 0; i < conditions.size(); i++) {
                if (!conditions.get(i).equals("true")) {
                    bits.append(" + CASE WHEN ").append(conditions.get(i)).append(" THEN 0 ELSE ").append(1 << i).append(" END");
                }
            }
            return bits.toString();
        }

        String traitsCounted() {
            var counted = new StringBuilder("missed = 0");
            for (int i = FIRST_TRAIT; i < conditions.size(); i++) {
                counted.append(" OR (missed = ").append(1 << i).append(" AND starts_with(trait, :trait").append(i).append("name))");
            }
            return counted.toString();
        }
    }
}

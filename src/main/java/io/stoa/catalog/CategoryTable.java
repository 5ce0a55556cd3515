package io.stoa.catalog;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.shared.Json;
import io.stoa.shared.Versioned;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of categories. */
@Component
class CategoryTable {

    private final JdbcClient database;

    CategoryTable(JdbcClient database) {
        this.database = database;
    }

    /** All by path, with how many published products are on or below each. */
    List<Category> all() {
        return database.sql("""
                SELECT c.slug, c.path, c.name, above.slug AS parent_slug, COALESCE(shelf.products, 0) AS products,
                       c.names
                  FROM catalog.category c
                  LEFT JOIN catalog.category above ON above.path = c.parent
                  LEFT JOIN (SELECT category, count(*) AS products FROM catalog.placement GROUP BY category) shelf
                    ON shelf.category = c.path
                 ORDER BY c.path
                """)
                .query((row, n) -> new Category(
                        row.getString("slug"),
                        row.getString("path"),
                        row.getString("name"),
                        row.getString("parent_slug"),
                        row.getInt("products"),
                        names(row.getString("names"))))
                .list();
    }

    /** What it is called now, with its version. */
    Optional<Versioned<Map<String, String>>> names(String slug, boolean lock) {
        return database.sql("SELECT names, version FROM catalog.category WHERE slug = :slug" + (lock ? " FOR UPDATE" : ""))
                .param("slug", slug)
                .query((row, n) -> new Versioned<>(names(row.getString("names")), row.getLong("version")))
                .optional();
    }

    /** Names a category that is locked; answers its path. */
    String rename(String slug, Map<String, String> names) {
        return database.sql("""
                UPDATE catalog.category SET names = :names::jsonb, version = version + 1 WHERE slug = :slug RETURNING path
                """)
                .param("slug", slug)
                .param("names", Json.write(names))
                .query(String.class)
                .single();
    }

    private static Map<String, String> names(String json) {
        var names = new TreeMap<String, String>();
        Json.MAPPER.readTree(json).properties().forEach(name -> names.put(name.getKey(), name.getValue().asString()));
        return names;
    }

    /** Makes sure that these paths and all above them are there; answers whether any was not. */
    @CanIgnoreReturnValue
    boolean ensure(Collection<String> paths) {
        var wanted = new TreeSet<String>();
        paths.forEach(path -> wanted.addAll(CategoryPath.withParents(path)));
        wanted.removeAll(existing(wanted));
        if (!wanted.isEmpty()) {
            insert(slugs(wanted));
        }
        return !wanted.isEmpty();
    }

    private List<String> existing(Collection<String> paths) {
        return database.sql("SELECT path FROM catalog.category WHERE path = ANY(:paths)")
                .param("paths", paths.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Parents come first because their paths are shorter beginnings. Whoever else adds the same path now wins. */
    private void insert(Map<String, String> slugs) {
        database.sql("""
                INSERT INTO catalog.category (path, slug, name, parent)
                SELECT given.path, given.slug, given.name, given.parent
                  FROM unnest(:paths::text[], :slugs::text[], :names::text[], :parents::text[])
                       AS given (path, slug, name, parent)
                ON CONFLICT (path) DO NOTHING
                """)
                .param("paths", slugs.keySet().toArray(String[]::new))
                .param("slugs", slugs.values().toArray(String[]::new))
                .param("names", slugs.keySet().stream().map(CategoryPath::name).toArray(String[]::new))
                .param(
                        "parents",
                        slugs.keySet().stream().map(CategoryTable::parent).toArray(String[]::new))
                .update();
    }

    private static @Nullable String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? null : path.substring(0, slash);
    }

    /** Two paths may read the same in an address ("A/B" and "A B"); the later one gets a number. */
    private Map<String, String> slugs(Collection<String> paths) {
        var taken = new HashSet<>(database.sql("SELECT slug FROM catalog.category")
                .query(String.class)
                .list());
        var slugs = new LinkedHashMap<String, String>();
        for (var path : paths) {
            var slug = CategoryPath.slug(path);
            for (int number = 2; !taken.add(slug); number++) {
                slug = CategoryPath.slug(path) + "-" + number;
            }
            slugs.put(path, slug);
        }
        return slugs;
    }
}

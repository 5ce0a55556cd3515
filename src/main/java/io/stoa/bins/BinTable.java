package io.stoa.bins;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of bins. */
@Component
class BinTable {

    private final JdbcClient database;

    BinTable(JdbcClient database) {
        this.database = database;
    }

    List<Found> of(LocationId location, Collection<Sku> skus) {
        return database.sql("SELECT sku, bin FROM bins.bin WHERE location = :location AND sku = ANY(:skus) AND bin IS NOT NULL")
                .param("location", location.value())
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, n) -> new Found(new Sku(row.getString("sku")), new Bin(row.getString("bin"))))
                .list();
    }

    List<Found> after(LocationId location, String after, int limit) {
        return database.sql("""
                SELECT sku, bin FROM bins.bin
                 WHERE location = :location AND sku > :after AND bin IS NOT NULL
                 ORDER BY sku LIMIT :limit
                """)
                .param("location", location.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Found(new Sku(row.getString("sku")), new Bin(row.getString("bin"))))
                .list();
    }

    /** The new version; nothing when it was so already. */
    Optional<Long> put(LocationId location, Sku sku, @Nullable Bin bin) {
        return database.sql("""
                INSERT INTO bins.bin AS old (location, sku, bin)
                SELECT :location, :sku, CAST(:bin AS text)
                 WHERE CAST(:bin AS text) IS NOT NULL OR EXISTS (SELECT FROM bins.bin WHERE location = :location AND sku = :sku)
                ON CONFLICT (location, sku) DO UPDATE SET bin = excluded.bin, version = old.version + 1
                 WHERE old.bin IS DISTINCT FROM excluded.bin
                RETURNING version
                """)
                .param("location", location.value())
                .param("sku", sku.value())
                .param("bin", bin == null ? null : bin.label())
                .query(Long.class)
                .optional();
    }
}

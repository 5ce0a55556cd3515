package io.stoa.brand;

import io.stoa.shared.Image;
import io.stoa.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of brand kits and logos. */
@Component
class BrandTable {

    private static final String SELECT = "SELECT version, kit, actor, at FROM brand.kit ";

    private final JdbcClient database;

    BrandTable(JdbcClient database) {
        this.database = database;
    }

    Optional<PastKit> newest() {
        return database.sql(SELECT + "ORDER BY version DESC LIMIT 1").query(BrandTable::kit).optional();
    }

    Optional<PastKit> version(long version) {
        return database.sql(SELECT + "WHERE version = :version")
                .param("version", version)
                .query(BrandTable::kit)
                .optional();
    }

    List<PastKit> newestFirst(int limit) {
        return database.sql(SELECT + "ORDER BY version DESC LIMIT :limit")
                .param("limit", limit)
                .query(BrandTable::kit)
                .list();
    }

    /** Until the end of the transaction nobody else adds one; reading goes on. */
    void lock() {
        database.sql("LOCK TABLE brand.kit IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void add(long version, BrandKit kit, String actor, Instant at) {
        database.sql("INSERT INTO brand.kit (version, kit, actor, at) VALUES (:version, CAST(:kit AS jsonb), :actor, :at)")
                .param("version", version)
                .param("kit", Json.write(kit))
                .param("actor", actor)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    void keep(Image logo) {
        database.sql("INSERT INTO brand.logo (hash, type, content) VALUES (:hash, :type, :content) ON CONFLICT DO NOTHING")
                .param("hash", logo.hash())
                .param("type", logo.type())
                .param("content", logo.content())
                .update();
    }

    Optional<Image> logo(String hash) {
        return database.sql("SELECT hash, type, content FROM brand.logo WHERE hash = :hash")
                .param("hash", hash)
                .query((row, n) -> new Image(row.getString("hash"), row.getString("type"), row.getBytes("content")))
                .optional();
    }

    private static PastKit kit(ResultSet row, int number) throws SQLException {
        return new PastKit(
                row.getLong("version"),
                Json.read(row.getString("kit"), BrandKit.class),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

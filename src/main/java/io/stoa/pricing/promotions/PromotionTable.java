package io.stoa.pricing.promotions;

import io.stoa.shared.Json;
import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of promotions. */
@Component
class PromotionTable {

    private static final String SELECT = "SELECT version, terms FROM pricing.promotion ";

    private final JdbcClient database;

    PromotionTable(JdbcClient database) {
        this.database = database;
    }

    /** By id. */
    List<Versioned<Promotion>> all() {
        return database.sql(SELECT + "ORDER BY id").query(PromotionTable::promotion).list();
    }

    Optional<Versioned<Promotion>> find(PromotionId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(PromotionTable::promotion)
                .optional();
    }

    /** Until the end of the transaction nobody else saves one; reading goes on. */
    void lock() {
        database.sql("LOCK TABLE pricing.promotion IN SHARE ROW EXCLUSIVE MODE").update();
    }

    /** Answers its version, which is the next of all. */
    long save(Promotion promotion) {
        return database.sql("""
                INSERT INTO pricing.promotion (id, terms, version)
                SELECT :id, CAST(:terms AS jsonb), COALESCE(max(version), 0) + 1 FROM pricing.promotion
                ON CONFLICT (id) DO UPDATE SET terms = excluded.terms, version = excluded.version
                RETURNING version
                """)
                .param("id", promotion.id().value())
                .param("terms", Json.write(promotion))
                .query(Long.class)
                .single();
    }

    private static Versioned<Promotion> promotion(ResultSet row, int number) throws SQLException {
        return new Versioned<>(Json.read(row.getString("terms"), Promotion.class), row.getLong("version"));
    }
}

package io.stoa.coupons;

import io.stoa.coupons.Coupon.Standing;
import io.stoa.pricing.Cut;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of coupons; that of their uses is in {@link UseTable}. */
@Component
class CouponTable {

    private static final String COLUMNS =
            "code, name, kind, value, currency, minimum, valid_from, valid_until, uses, once, active, used, version";

    private final JdbcClient database;

    CouponTable(JdbcClient database) {
        this.database = database;
    }

    Map<CouponCode, Standing> find(Collection<CouponCode> codes) {
        return byCode(database.sql("SELECT " + COLUMNS + " FROM coupons.coupon WHERE code = ANY (:codes)"), codes);
    }

    /** The same, kept as they are until the end of the transaction; in the order of codes, so that no two wait in a circle. */
    Map<CouponCode, Standing> lock(Collection<CouponCode> codes) {
        return byCode(
                database.sql("SELECT " + COLUMNS
                        + " FROM coupons.coupon WHERE code = ANY (:codes) ORDER BY code FOR UPDATE"),
                codes);
    }

    private static Map<CouponCode, Standing> byCode(JdbcClient.StatementSpec statement, Collection<CouponCode> codes) {
        var found = new HashMap<CouponCode, Standing>();
        statement
                .param("codes", codes.stream().map(CouponCode::value).distinct().toArray(String[]::new))
                .query(CouponTable::standing)
                .list()
                .forEach(one -> found.put(one.coupon().code(), one));
        return found;
    }

    /** By code, after one of them. */
    List<Standing> list(String after, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM coupons.coupon
                 WHERE code > :after
                 ORDER BY code
                 LIMIT :limit
                """)
                .param("after", after)
                .param("limit", limit)
                .query(CouponTable::standing)
                .list();
    }

    /** The new version; empty when it was the same already. */
    Optional<Long> save(Coupon coupon) {
        return database.sql("""
                INSERT INTO coupons.coupon AS old
                       (code, name, kind, value, currency, minimum, valid_from, valid_until, uses, once, active)
                VALUES (:code, :name, :kind, :value, :currency, :minimum, :from::timestamptz, :until::timestamptz, :uses, :once,
                        :active)
                ON CONFLICT (code) DO UPDATE
                   SET name = excluded.name, kind = excluded.kind, value = excluded.value, currency = excluded.currency,
                       minimum = excluded.minimum, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
                       uses = excluded.uses, once = excluded.once, active = excluded.active, version = old.version + 1
                 WHERE (old.name, old.kind, old.value, old.currency, old.minimum, old.valid_from, old.valid_until, old.uses,
                        old.once, old.active)
                       IS DISTINCT FROM
                       (excluded.name, excluded.kind, excluded.value, excluded.currency, excluded.minimum,
                        excluded.valid_from, excluded.valid_until, excluded.uses, excluded.once, excluded.active)
                RETURNING version
                """)
                .param("code", coupon.code().value())
                .param("name", coupon.name())
                .param("kind", coupon.kind().name())
                .param("value", coupon.value())
                .param(
                        "currency",
                        coupon.currency() == null ? null : coupon.currency().getCurrencyCode(),
                        Types.VARCHAR)
                .param("minimum", coupon.minimum())
                .param("from", text(coupon.from()), Types.VARCHAR)
                .param("until", text(coupon.until()), Types.VARCHAR)
                .param("uses", coupon.uses(), Types.INTEGER)
                .param("once", coupon.once())
                .param("active", coupon.active())
                .query(Long.class)
                .optional();
    }

    /** Counts uses, or takes them back; the table's CHECK repeats that there are never more than allowed. */
    void count(Map<CouponCode, Integer> uses) {
        int counted = database.sql("""
                UPDATE coupons.coupon c
                   SET used = c.used + u.uses
                  FROM unnest(:codes::text[], :uses::int[]) AS u (code, uses)
                 WHERE c.code = u.code
                """)
                .param("codes", uses.keySet().stream().map(CouponCode::value).toArray(String[]::new))
                .param("uses", uses.values().toArray(Integer[]::new))
                .update();
        if (counted != uses.size()) {
            throw new IllegalStateException("A coupon that was locked is gone");
        }
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        var coupon = new Coupon(
                new CouponCode(row.getString("code")),
                row.getString("name"),
                Cut.Kind.valueOf(row.getString("kind")),
                row.getLong("value"),
                currency == null ? null : Currency.getInstance(currency),
                row.getLong("minimum"),
                instant(row, "valid_from"),
                instant(row, "valid_until"),
                row.getObject("uses", Integer.class),
                row.getBoolean("once"),
                row.getBoolean("active"));
        return new Standing(coupon, row.getInt("used"), row.getLong("version"));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

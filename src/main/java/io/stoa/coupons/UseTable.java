package io.stoa.coupons;

import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of which orders use which coupon. Of the orders of one purchase one counts. */
@Component
class UseTable {

    private final JdbcClient database;

    /** A use that will be written: whether it counts, and whether its buyer may have no other. */
    record NewUse(Redemption wanted, boolean counts, boolean once) {}

    /** A use that is no more. */
    record Gone(OrderId order, CouponCode code, String purchase, Money off, boolean counted) {}

    /** An order that uses a coupon. */
    record Used(OrderId order, Money off, Instant at) {}

    UseTable(JdbcClient database) {
        this.database = database;
    }

    /** Which of these purchases use their coupon already. */
    Set<String> purchases(Collection<Redemption> wanted) {
        return words(
                wanted, "purchase", wanted.stream().map(Redemption::purchase).toArray(String[]::new));
    }

    /** Which of these buyers used their coupon already. */
    Set<String> buyers(Collection<Redemption> wanted) {
        return words(wanted, "buyer", wanted.stream().map(Redemption::buyer).toArray(String[]::new));
    }

    /** Answers {@code CODE/word}. */
    private Set<String> words(Collection<Redemption> wanted, String column, @Nullable String[] words) {
        return new HashSet<>(database.sql("""
                SELECT u.coupon || '/' || u.%1$s
                  FROM coupons.use u
                  JOIN unnest(:codes::text[], :words::text[]) AS w (coupon, word) ON w.coupon = u.coupon AND w.word = u.%1$s
                """.formatted(column))
                .param("codes", wanted.stream().map(one -> one.code().value()).toArray(String[]::new))
                .param("words", words)
                .query(String.class)
                .list());
    }

    void insert(List<NewUse> uses, Instant now) {
        database.sql("""
                INSERT INTO coupons.use (order_id, coupon, purchase, buyer, minor, currency, counts, once, used_at)
                SELECT u.*, :now::timestamptz
                  FROM unnest(:orders::bigint[], :codes::text[], :purchases::text[], :buyers::text[], :minors::bigint[],
                              :currencies::text[], :counts::boolean[], :onces::boolean[]) AS u
                """)
                .param("now", now.toString())
                .param(
                        "orders",
                        uses.stream().map(use -> use.wanted().order().value()).toArray(Long[]::new))
                .param(
                        "codes",
                        uses.stream().map(use -> use.wanted().code().value()).toArray(String[]::new))
                .param(
                        "purchases",
                        uses.stream().map(use -> use.wanted().purchase()).toArray(String[]::new))
                .param("buyers", uses.stream().map(use -> use.wanted().buyer()).toArray(String[]::new))
                .param(
                        "minors",
                        uses.stream().map(use -> use.wanted().off().minor()).toArray(Long[]::new))
                .param(
                        "currencies",
                        uses.stream()
                                .map(use -> use.wanted().off().currency().getCurrencyCode())
                                .toArray(String[]::new))
                .param("counts", uses.stream().map(NewUse::counts).toArray(Boolean[]::new))
                .param("onces", uses.stream().map(NewUse::once).toArray(Boolean[]::new))
                .update();
    }

    /** The coupons that these orders use. */
    Set<CouponCode> codes(Collection<OrderId> orders) {
        return new HashSet<>(database.sql("SELECT DISTINCT coupon FROM coupons.use WHERE order_id = ANY (:orders)")
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query((row, n) -> new CouponCode(row.getString(1)))
                .list());
    }

    List<Gone> delete(Collection<OrderId> orders) {
        return database.sql("""
                DELETE FROM coupons.use
                 WHERE order_id = ANY (:orders)
                RETURNING order_id, coupon, purchase, minor, currency, counts
                """)
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query((row, n) -> new Gone(
                        new OrderId(row.getLong(1)),
                        new CouponCode(row.getString(2)),
                        row.getString(3),
                        Money.of(row.getLong(4), row.getString(5)),
                        row.getBoolean(6)))
                .list();
    }

    /** Another order of the same purchase counts from now on, if there is one. */
    boolean inherit(Gone gone) {
        return database.sql("""
                UPDATE coupons.use SET counts = true
                 WHERE order_id = (SELECT min(order_id) FROM coupons.use WHERE coupon = :code AND purchase = :purchase)
                """)
                        .param("code", gone.code().value())
                        .param("purchase", gone.purchase())
                        .update()
                == 1;
    }

    /** The newest first. */
    List<Used> of(CouponCode code, int limit) {
        return database.sql("""
                SELECT order_id, minor, currency, used_at
                  FROM coupons.use
                 WHERE coupon = :code
                 ORDER BY order_id DESC
                 LIMIT :limit
                """)
                .param("code", code.value())
                .param("limit", limit)
                .query((row, n) -> new Used(
                        new OrderId(row.getLong(1)),
                        Money.of(row.getLong(2), row.getString(3)),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }
}

package io.stoa.drawer;

import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code drawer.movement} and {@code drawer.sale}. */
@Component
class MovementTable {

    private static final String MOVEMENT =
            "SELECT cause, drawer, location, till, kind, tender, amount, currency, order_id, reason, actor, at FROM drawer.movement";

    private final JdbcClient database;

    MovementTable(JdbcClient database) {
        this.database = database;
    }

    /** A movement with what caused it; without a drawer while none is open at its till. */
    record Stored(
            String cause,
            @Nullable DrawerId drawer,
            Till till,
            CashKind kind,
            String tender,
            Money amount,
            @Nullable OrderId order,
            @Nullable String reason,
            String actor,
            Instant at) {

        CashMovement view() {
            return new CashMovement(kind, amount, reason, order, actor, at);
        }
    }

    /** Answers whether its cause was new. */
    boolean insert(Stored movement) {
        return database.sql("""
                INSERT INTO drawer.movement (cause, drawer, location, till, kind, tender, amount, currency, order_id, reason, actor, at)
                VALUES (:cause, :drawer, :location, :till, :kind, :tender, :amount, :currency, :order, :reason, :actor,
                        :at::timestamptz)
                ON CONFLICT (cause) DO NOTHING
                """)
                        .param("cause", movement.cause())
                        .param(
                                "drawer",
                                movement.drawer() == null
                                        ? null
                                        : movement.drawer().value(),
                                Types.BIGINT)
                        .param("location", movement.till().location().value())
                        .param("till", movement.till().name())
                        .param("kind", movement.kind().name())
                        .param("tender", movement.tender())
                        .param("amount", movement.amount().minor())
                        .param("currency", movement.amount().currency().getCurrencyCode())
                        .param(
                                "order",
                                movement.order() == null
                                        ? null
                                        : movement.order().value(),
                                Types.BIGINT)
                        .param("reason", movement.reason(), Types.VARCHAR)
                        .param("actor", movement.actor())
                        .param("at", movement.at().toString())
                        .update()
                == 1;
    }

    Optional<Stored> find(String cause) {
        return database.sql(MOVEMENT + " WHERE cause = :cause")
                .param("cause", cause)
                .query(MovementTable::stored)
                .optional();
    }

    /** Oldest first. */
    List<CashMovement> byHand(DrawerId drawer) {
        return database.sql(MOVEMENT + """
                 WHERE drawer = :drawer AND kind IN ('PAID_IN', 'PAID_OUT', 'DROP')
                 ORDER BY at, cause
                """)
                .param("drawer", drawer.value())
                .query((row, n) -> stored(row, n).view())
                .list();
    }

    /** How much cash should be there: the float and all that went in, less all that went out. */
    long expected(DrawerId drawer) {
        return database.sql("""
                SELECT d.opening + COALESCE((SELECT sum(CASE WHEN m.kind IN ('SALE', 'PAID_IN') THEN m.amount ELSE -m.amount END)
                                               FROM drawer.movement m
                                              WHERE m.drawer = d.id AND m.tender = 'CASH'), 0)
                  FROM drawer.drawer d
                 WHERE d.id = :drawer
                """)
                .param("drawer", drawer.value())
                .query(Long.class)
                .single();
    }

    /** Cash first, then the other tenders by name. */
    List<DrawerReport.Taken> taken(DrawerId drawer, Currency currency) {
        return database.sql("""
                SELECT tender,
                       COALESCE(sum(amount) FILTER (WHERE kind = 'SALE'), 0) AS sales,
                       count(*) FILTER (WHERE kind = 'SALE') AS sales_number,
                       COALESCE(sum(amount) FILTER (WHERE kind IN ('REFUND', 'RELEASE')), 0) AS refunds,
                       count(*) FILTER (WHERE kind IN ('REFUND', 'RELEASE')) AS refunds_number
                  FROM drawer.movement
                 WHERE drawer = :drawer AND kind IN ('SALE', 'REFUND', 'RELEASE')
                 GROUP BY tender
                 ORDER BY tender <> 'CASH', tender
                """)
                .param("drawer", drawer.value())
                .query((row, n) -> new DrawerReport.Taken(
                        row.getString("tender"),
                        new Money(row.getLong("sales"), currency),
                        row.getInt("sales_number"),
                        new Money(row.getLong("refunds"), currency),
                        row.getInt("refunds_number")))
                .list();
    }

    /** What came while no drawer was open at its till is its next one's. */
    void adopt(Drawer drawer) {
        for (var table : List.of("drawer.movement", "drawer.sale")) {
            database.sql("UPDATE " + table + """
                     SET drawer = :drawer
                     WHERE location = :location AND till = :till AND drawer IS NULL AND currency = :currency
                    """)
                    .param("drawer", drawer.id().value())
                    .param("location", drawer.till().location().value())
                    .param("till", drawer.till().name())
                    .param("currency", drawer.opening().currency().getCurrencyCode())
                    .update();
        }
    }

    // --- Sales

    /** An order paid at a till, with the tax of each rate in basis points. */
    record Sale(
            OrderId order, @Nullable DrawerId drawer, Till till, Money total, SaleFacts.Facts facts, Instant at) {}

    /** How many orders, for how much, with which taxes, and what was taken off. */
    record Sold(int number, Money turnover, Map<Integer, Money> taxes, List<DrawerReport.Discounted> discounts) {}

    void insertSale(Sale sale) {
        database.sql("""
                INSERT INTO drawer.sale (order_id, drawer, location, till, currency, total, taxes, discounts, at)
                VALUES (:order, :drawer, :location, :till, :currency, :total, :taxes::jsonb, :discounts::jsonb, :at::timestamptz)
                ON CONFLICT (order_id) DO NOTHING
                """)
                .param("order", sale.order().value())
                .param("drawer", sale.drawer() == null ? null : sale.drawer().value(), Types.BIGINT)
                .param("location", sale.till().location().value())
                .param("till", sale.till().name())
                .param("currency", sale.total().currency().getCurrencyCode())
                .param("total", sale.total().minor())
                .param("taxes", Json.write(sale.facts().taxes()))
                .param("discounts", Json.write(sale.facts().discounts()))
                .param("at", sale.at().toString())
                .update();
    }

    Sold sold(DrawerId drawer, Currency currency) {
        var taxes = new TreeMap<Integer, Money>();
        database.sql("""
                SELECT t.key::int AS rate, sum(t.value::bigint) AS tax
                  FROM drawer.sale s, jsonb_each_text(s.taxes) t
                 WHERE s.drawer = :drawer
                 GROUP BY t.key
                """)
                .param("drawer", drawer.value())
                .query((row, n) -> taxes.put(row.getInt("rate"), new Money(row.getLong("tax"), currency)))
                .list();
        var discounts = discounts(drawer, currency);
        return database.sql(
                        "SELECT count(*) AS number, COALESCE(sum(total), 0) AS turnover FROM drawer.sale WHERE drawer = :drawer")
                .param("drawer", drawer.value())
                .query((row, n) -> new Sold(
                        row.getInt("number"), new Money(row.getLong("turnover"), currency), taxes, discounts))
                .single();
    }

    private List<DrawerReport.Discounted> discounts(DrawerId drawer, Currency currency) {
        return database.sql("""
                SELECT d.key AS reason, sum((d.value ->> 'number')::int) AS number, sum((d.value ->> 'amount')::bigint) AS amount
                  FROM drawer.sale s, jsonb_each(s.discounts) d
                 WHERE s.drawer = :drawer
                 GROUP BY d.key
                 ORDER BY amount DESC, reason
                """)
                .param("drawer", drawer.value())
                .query((row, n) -> new DrawerReport.Discounted(
                        row.getString("reason"), row.getInt("number"), new Money(row.getLong("amount"), currency)))
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        var drawer = row.getObject("drawer", Long.class);
        var order = row.getObject("order_id", Long.class);
        return new Stored(
                row.getString("cause"),
                drawer == null ? null : new DrawerId(drawer),
                new Till(new LocationId(row.getString("location")), row.getString("till")),
                CashKind.valueOf(row.getString("kind")),
                row.getString("tender"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                order == null ? null : new OrderId(order),
                row.getString("reason"),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}

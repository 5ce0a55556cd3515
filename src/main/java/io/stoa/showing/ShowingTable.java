package io.stoa.showing;

import io.stoa.orders.CartId;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code showing.cart}. */
@Component
class ShowingTable {

    private static final String COLUMNS = "cart, code, state, location, orders, until, version";

    private final JdbcClient database;

    ShowingTable(JdbcClient database) {
        this.database = database;
    }

    /** Empty when a till has it. */
    Optional<ShownCart> show(CartId cart, String code, Instant now, Instant until) {
        return database.sql("""
                INSERT INTO showing.cart AS shown (cart, code, state, until)
                VALUES (:cart, :code, 'SHOWN', :until::timestamptz)
                ON CONFLICT (cart) DO UPDATE
                   SET code = EXCLUDED.code, state = 'SHOWN', location = NULL, orders = '{}', until = EXCLUDED.until,
                       version = shown.version + 1
                 WHERE shown.state <> 'TAKEN' OR shown.until <= :now::timestamptz
                RETURNING
                """ + COLUMNS)
                .param("cart", cart.value())
                .param("code", code)
                .param("now", now.toString())
                .param("until", until.toString())
                .query(ShowingTable::shown)
                .optional();
    }

    Optional<ShownCart> take(String code, LocationId location, Instant now, Instant until) {
        return database.sql("""
                UPDATE showing.cart
                   SET state = 'TAKEN', location = :location, until = :until::timestamptz, version = version + 1
                 WHERE code = :code AND state = 'SHOWN' AND until > :now::timestamptz
                RETURNING
                """ + COLUMNS)
                .param("code", code)
                .param("location", location.value())
                .param("now", now.toString())
                .param("until", until.toString())
                .query(ShowingTable::shown)
                .optional();
    }

    /** From the till that has it. */
    Optional<ShownCart> move(CartId cart, ShownCart.State to, List<OrderId> orders) {
        return database.sql("""
                UPDATE showing.cart
                   SET state = :to, orders = :orders, version = version + 1
                 WHERE cart = :cart AND state = 'TAKEN'
                RETURNING
                """ + COLUMNS)
                .param("cart", cart.value())
                .param("to", to.name())
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query(ShowingTable::shown)
                .optional();
    }

    Optional<ShownCart> find(CartId cart) {
        return database.sql("SELECT " + COLUMNS + " FROM showing.cart WHERE cart = :cart")
                .param("cart", cart.value())
                .query(ShowingTable::shown)
                .optional();
    }

    Optional<ShownCart> byCode(String code) {
        return database.sql("SELECT " + COLUMNS + " FROM showing.cart WHERE code = :code")
                .param("code", code)
                .query(ShowingTable::shown)
                .optional();
    }

    private static ShownCart shown(ResultSet row, int number) throws SQLException {
        var location = row.getString("location");
        var orders = Arrays.stream((Long[]) row.getArray("orders").getArray()).map(OrderId::new).toList();
        return new ShownCart(
                new CartId(row.getLong("cart")),
                row.getString("code"),
                ShownCart.State.valueOf(row.getString("state")),
                location == null ? null : new LocationId(location),
                orders,
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}

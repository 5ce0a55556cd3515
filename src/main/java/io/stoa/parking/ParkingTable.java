package io.stoa.parking;

import io.stoa.orders.CartId;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code parking.basket}. */
@Component
class ParkingTable {

    private static final String COLUMNS =
            "id, location, name, cart, pieces, home, customer, state, version, parked_by, parked_at, changed_by, changed_at";

    private final JdbcClient database;

    ParkingTable(JdbcClient database) {
        this.database = database;
    }

    /** Answers whether the cart was not waiting already. */
    boolean insert(Parked basket) {
        var home = new TreeMap<String, Integer>();
        basket.home().forEach((sku, pieces) -> home.put(sku.value(), pieces));
        return database.sql("""
                INSERT INTO parking.basket
                       (id, location, name, cart, pieces, home, customer, state, parked_by, parked_at, changed_by, changed_at)
                VALUES (:id, :location, :name, :cart, :pieces, :home::json, :customer, 'PARKED', :by, :at::timestamptz, :by,
                        :at::timestamptz)
                ON CONFLICT (cart) WHERE state = 'PARKED' DO NOTHING
                """)
                        .param("id", basket.id().value())
                        .param("location", basket.location().value())
                        .param("name", basket.name())
                        .param("cart", basket.cart().value())
                        .param("pieces", basket.pieces())
                        .param("home", Json.write(home))
                        .param("customer", basket.customer() == null ? null : basket.customer().value(), Types.BIGINT)
                        .param("by", basket.parkedBy())
                        .param("at", basket.parkedAt().toString())
                        .update()
                == 1;
    }

    /** Moves it on if it is where it was said to be: of many who ask at once one wins. */
    Optional<Parked> move(ParkedId id, LocationId location, Parked.State from, Parked.State to, String by, Instant now) {
        return database.sql("""
                UPDATE parking.basket
                   SET state = :to, version = version + 1, changed_by = :by, changed_at = :now::timestamptz
                 WHERE id = :id AND location = :location AND state = :from
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("location", location.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("by", by)
                .param("now", now.toString())
                .query(ParkingTable::basket)
                .optional();
    }

    Optional<Parked> find(ParkedId id, LocationId location) {
        return database.sql("SELECT " + COLUMNS + " FROM parking.basket WHERE id = :id AND location = :location")
                .param("id", id.value())
                .param("location", location.value())
                .query(ParkingTable::basket)
                .optional();
    }

    /** Newest first. */
    List<Parked> waiting(LocationId location, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM parking.basket
                 WHERE location = :location AND state = 'PARKED'
                 ORDER BY parked_at DESC, id DESC
                 LIMIT :limit
                """)
                .param("location", location.value())
                .param("limit", limit)
                .query(ParkingTable::basket)
                .list();
    }

    int number(LocationId location) {
        return database.sql("SELECT count(*) FROM parking.basket WHERE location = :location AND state = 'PARKED'")
                .param("location", location.value())
                .query(Integer.class)
                .single();
    }

    /** Thrown away since, newest first. */
    List<Parked> discarded(LocationId location, Instant since, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM parking.basket
                 WHERE location = :location AND state = 'DISCARDED' AND changed_at >= :since::timestamptz
                 ORDER BY changed_at DESC, id DESC
                 LIMIT :limit
                """)
                .param("location", location.value())
                .param("since", since.toString())
                .param("limit", limit)
                .query(ParkingTable::basket)
                .list();
    }

    private static Parked basket(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        var home = new HashMap<Sku, Integer>();
        Map<?, ?> stored = Json.read(row.getString("home"), Map.class);
        stored.forEach((sku, pieces) -> home.put(new Sku(sku.toString()), ((Number) pieces).intValue()));
        return new Parked(
                new ParkedId(row.getLong("id")),
                new LocationId(row.getString("location")),
                row.getString("name"),
                new CartId(row.getLong("cart")),
                row.getInt("pieces"),
                home,
                customer == null ? null : new CustomerId(customer),
                Parked.State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("parked_by"),
                time(row, "parked_at"),
                row.getString("changed_by"),
                time(row, "changed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

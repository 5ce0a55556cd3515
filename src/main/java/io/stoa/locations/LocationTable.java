package io.stoa.locations;

import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of locations and postcodes. */
@Component
class LocationTable {

    private static final String SELECT = """
            SELECT id, version, name, kind, address, latitude, longitude, zone, hours, services, price_group, open
              FROM locations.location""";

    private final JdbcClient database;

    LocationTable(JdbcClient database) {
        this.database = database;
    }

    /** Answers the new version, or nothing when the row was the same already. */
    Optional<Long> save(Location location) {
        var coordinates = location.coordinates();
        return database.sql("""
                        INSERT INTO locations.location AS old
                               (id, name, kind, address, latitude, longitude, zone, hours, services, price_group, open)
                        VALUES (:id, :name, :kind, CAST(:address AS jsonb), :latitude, :longitude, :zone, :hours,
                                :services, :group, :open)
                        ON CONFLICT (id) DO UPDATE
                           SET name = excluded.name, kind = excluded.kind, address = excluded.address,
                               latitude = excluded.latitude, longitude = excluded.longitude, zone = excluded.zone,
                               hours = excluded.hours, services = excluded.services,
                               price_group = excluded.price_group, open = excluded.open, version = old.version + 1
                         WHERE (old.name, old.kind, old.address, old.latitude, old.longitude, old.zone, old.hours,
                                old.services, old.price_group, old.open)
                               IS DISTINCT FROM
                               (excluded.name, excluded.kind, excluded.address, excluded.latitude, excluded.longitude,
                                excluded.zone, excluded.hours, excluded.services, excluded.price_group, excluded.open)
                        RETURNING version""")
                .param("id", location.id().value())
                .param("name", location.name())
                .param("kind", location.kind().name())
                .param("address", location.address() == null ? null : Json.write(location.address()))
                .param("latitude", coordinates == null ? null : coordinates.latitude(), Types.DOUBLE)
                .param("longitude", coordinates == null ? null : coordinates.longitude(), Types.DOUBLE)
                .param("zone", location.zone().getId())
                .param("hours", location.hours().toString())
                .param("services", services(location))
                .param("group", location.group())
                .param("open", location.open())
                .query(Long.class)
                .optional();
    }

    /** Answers its version, and keeps its row as it is until the end of the transaction. */
    Optional<Long> lock(LocationId id) {
        return database.sql("SELECT version FROM locations.location WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    Optional<Versioned<Location>> find(LocationId id) {
        return database.sql(SELECT + " WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> new Versioned<>(location(row, n), row.getLong("version")))
                .optional();
    }

    Map<LocationId, Location> all() {
        var all = new LinkedHashMap<LocationId, Location>();
        database.sql(SELECT + " ORDER BY id").query(LocationTable::location).list().forEach(location -> all.put(location.id(), location));
        return Collections.unmodifiableMap(all);
    }

    Optional<Coordinates> postcode(String country, String postcode) {
        return database.sql("""
                        SELECT latitude, longitude
                          FROM locations.postcode
                         WHERE country = :country AND postcode = :postcode""")
                .param("country", country.toUpperCase(Locale.ROOT))
                .param("postcode", plain(postcode))
                .query((row, n) -> new Coordinates(row.getDouble("latitude"), row.getDouble("longitude")))
                .optional();
    }

    void savePostcodes(String country, Map<String, Coordinates> postcodes) {
        var sorted = new TreeMap<String, Coordinates>();
        postcodes.forEach((postcode, point) -> sorted.put(plain(postcode), point));
        database.sql("""
                        INSERT INTO locations.postcode (country, postcode, latitude, longitude)
                        SELECT :country, given.postcode, given.latitude, given.longitude
                          FROM unnest(:postcodes, :latitudes, :longitudes) AS given (postcode, latitude, longitude)
                        ON CONFLICT (country, postcode) DO UPDATE
                           SET latitude = excluded.latitude, longitude = excluded.longitude""")
                .param("country", country.toUpperCase(Locale.ROOT))
                .param("postcodes", sorted.keySet().toArray(String[]::new))
                .param(
                        "latitudes",
                        sorted.values().stream().map(Coordinates::latitude).toArray(Double[]::new))
                .param(
                        "longitudes",
                        sorted.values().stream().map(Coordinates::longitude).toArray(Double[]::new))
                .update();
    }

    private static String services(Location location) {
        return location.services().stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String plain(String postcode) {
        return postcode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static Location location(ResultSet row, int number) throws SQLException {
        var services = Arrays.stream(row.getString("services").split(","))
                .filter(name -> !name.isEmpty())
                .map(Capability::valueOf)
                .collect(Collectors.toUnmodifiableSet());
        var address = row.getString("address");
        return new Location(
                new LocationId(row.getString("id")),
                row.getString("name"),
                Location.Kind.valueOf(row.getString("kind")),
                address == null ? null : Json.read(address, Address.class),
                coordinates(row),
                ZoneId.of(row.getString("zone")),
                OpeningHours.parse(row.getString("hours")),
                services,
                row.getString("price_group"),
                row.getBoolean("open"));
    }

    private static @Nullable Coordinates coordinates(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new Coordinates(latitude, row.getDouble("longitude"));
    }
}

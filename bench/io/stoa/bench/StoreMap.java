package io.stoa.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stores of a country and where its people live: the 1,565 stores that a chain had in the United States in 2016, and 42,049 places
 * of its post, where {@code STOA_DATA} names a folder with both; else as many stores and towns made up from a seed.
 */
record StoreMap(String what, List<Location> stores, List<Coordinates> homes) {

    private static final String STORES = "catalogue/best-buy-stores.json.gz";
    private static final String POST = "geo/us-zipcodes.csv.gz";
    private static final int STORES_MADE_UP = 1_565;
    private static final int TOWNS_MADE_UP = 300;
    private static final int HOMES_MADE_UP = 40_000;

    static StoreMap of(long seed) throws IOException {
        var data = System.getenv("STOA_DATA");
        boolean real = data != null && Files.exists(Path.of(data, STORES)) && Files.exists(Path.of(data, POST));
        return real ? real(Path.of(data)) : madeUp(new Random(seed));
    }

    private static StoreMap real(Path data) throws IOException {
        var stores = new ArrayList<Location>();
        try (var bytes = new GZIPInputStream(Files.newInputStream(data.resolve(STORES)))) {
            for (var one : Json.read(new String(bytes.readAllBytes(), StandardCharsets.UTF_8), List.class)) {
                var at = Objects.requireNonNull((Map<?, ?>) ((Map<?, ?>) one).get("location"));
                stores.add(store("s" + ((Map<?, ?>) one).get("id"), number(at.get("lat")), number(at.get("lon"))));
            }
        }
        var homes = new ArrayList<Coordinates>();
        try (var bytes = new GZIPInputStream(Files.newInputStream(data.resolve(POST)));
                var rows = CsvReader.builder().ofNamedCsvRecord(bytes)) {
            rows.forEach(row -> homes.add(
                    new Coordinates(Double.parseDouble(row.getField("latitude")), Double.parseDouble(row.getField("longitude")))));
        }
        return new StoreMap("stores of a chain in the United States", stores, homes);
    }

    private static StoreMap madeUp(Random random) {
        var towns = IntStream.range(0, TOWNS_MADE_UP)
                .mapToObj(n -> new Coordinates(30 + 18 * random.nextDouble(), -122 + 50 * random.nextDouble()))
                .toList();
        var stores = IntStream.range(0, STORES_MADE_UP)
                .mapToObj(n -> near(towns, random))
                .map(at -> store("s" + at.hashCode() + "-" + random.nextInt(1_000_000), at.latitude(), at.longitude()))
                .toList();
        return new StoreMap(
                "stores made up", stores, IntStream.range(0, HOMES_MADE_UP).mapToObj(n -> near(towns, random)).toList());
    }

    private static Coordinates near(List<Coordinates> towns, Random random) {
        var town = towns.get(random.nextInt(towns.size()));
        return new Coordinates(town.latitude() + random.nextGaussian() * 0.2, town.longitude() + random.nextGaussian() * 0.25);
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    private static Location store(String id, double latitude, double longitude) {
        return new Location(
                new LocationId(id),
                id,
                Location.Kind.STORE,
                null,
                new Coordinates(latitude, longitude),
                ZoneOffset.UTC,
                OpeningHours.ALWAYS,
                EnumSet.allOf(Capability.class),
                "all",
                true);
    }
}

package io.stoa.imports.demo;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Locations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Where the postcodes around the demo's stores and of its buyers lie, so that the nearest store is known out of the box. */
@Component
class DemoPostcodes {

    private static final String FILE = "/demo/postcodes/postcodes.csv";
    private static final String COUNTRY = "US";
    private static final String SAMPLE = "80302";

    private final Locations locations;

    DemoPostcodes(Locations locations) {
        this.locations = locations;
    }

    /** Makes sure that they are known. */
    void load() {
        if (locations.geocode(COUNTRY, SAMPLE).isEmpty()) {
            read().forEach(locations::learnPostcodes);
        }
    }

    /** By country and postcode; some are only the beginning of postcodes and stand for the area. */
    private static Map<String, Map<String, Coordinates>> read() {
        var byCountry = new HashMap<String, Map<String, Coordinates>>();
        var stream = Objects.requireNonNull(DemoPostcodes.class.getResourceAsStream(FILE), FILE);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",")).forEach(row -> byCountry
                    .computeIfAbsent(row[0], country -> new HashMap<>())
                    .put(row[1], new Coordinates(Double.parseDouble(row[2]), Double.parseDouble(row[3]))));
            return byCountry;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

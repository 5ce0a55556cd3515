package io.stoa.imports;

import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.locations.Address;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.shared.LocationId;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stores, warehouses and the web. */
final class LocationFacts implements Facts<Location> {

    private final Shop shop;

    LocationFacts(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Location read(Values values) {
        return new Location(
                values.as("id", LocationId::new, Why.FORM, "the name of a location"),
                values.text("name"),
                values.as("kind", Location.Kind::valueOf, Why.FORM, "STORE, WAREHOUSE or WEB"),
                address(values),
                coordinates(values),
                values.as("zone", ZoneId::of, Why.FORM, "a time zone"),
                values.optional("hours").map(OpeningHours::parse).orElse(OpeningHours.ALWAYS),
                values.as("services", LocationFacts::services, Why.FORM, "a list of SHIP, PICKUP, SELL, RETURNS"),
                values.text("group"),
                true);
    }

    @Override
    public List<Refusal> write(List<Location> locations) {
        locations.forEach(shop::location);
        return List.of();
    }

    private static @Nullable Address address(Values values) {
        return values.optional("line1").isEmpty()
                ? null
                : new Address(
                        null,
                        values.text("line1"),
                        values.optional("line2").orElse(null),
                        values.text("city"),
                        values.optional("region").orElse(null),
                        values.optional("postcode").orElse(""),
                        values.text("country"));
    }

    private static @Nullable Coordinates coordinates(Values values) {
        return values.optional("latitude").isEmpty()
                ? null
                : new Coordinates(
                        values.decimal("latitude").doubleValue(),
                        values.decimal("longitude").doubleValue());
    }

    private static Set<Capability> services(String text) {
        return Arrays.stream(text.split("[,\\s]+")).map(Capability::valueOf).collect(Collectors.toSet());
    }
}

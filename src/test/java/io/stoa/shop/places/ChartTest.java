package io.stoa.shop.places;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChartTest {

    private static final double READABLE = 32;

    /** London and Utrecht lie near each other on a map of the world, and two stores lie in one house. */
    @Test
    void neighboursDoNotLieOnOneAnother() {
        var stores = List.of(
                store("seattle", 47.6, -122.3),
                store("london", 51.5, -0.1),
                store("utrecht", 52.1, 5.1),
                store("berlin", 52.5, 13.4),
                store("berlin-2", 52.5, 13.4),
                store("vienna", 48.2, 16.4),
                store("sydney", -33.9, 151.2));

        var chart = Objects.requireNonNull(Chart.of(stores, new Coordinates(51.6, 0), null, Texts.in(Locale.UK)));
        var dots = chart.dots();
        var visitor = Objects.requireNonNull(chart.visitor());

        for (var one : dots) {
            assertThat(Math.hypot(one.x() - visitor.x(), one.y() - visitor.y())).as(one.name() + " and the visitor").isGreaterThanOrEqualTo(READABLE);
            for (var other : dots) {
                assertThat(one.equals(other) ? READABLE : Math.hypot(one.x() - other.x(), one.y() - other.y()))
                        .as(one.name() + " and " + other.name())
                        .isGreaterThanOrEqualTo(READABLE);
            }
        }
        assertThat(dots.get(1).x()).as("London stays west of Utrecht").isLessThan(dots.get(2).x());
    }

    /** Three in a row where there is room for few names. */
    @Test
    void aNameStandsWhereItLiesOnNothing() {
        var dots = List.of(dot(100, "Alpha"), dot(150, "Beta"), dot(200, "Gamma of the harbour"), dot(700, "Delta"));

        var sides = Labels.written(dots, 720).stream().map(Chart.Dot::side).toList();

        assertThat(sides).containsExactly(Chart.Side.BEFORE, Chart.Side.NONE, Chart.Side.AFTER, Chart.Side.BEFORE);
    }

    private static Chart.Dot dot(int x, String name) {
        return new Chart.Dot(x, 50, 1, name, false, Chart.Side.NONE);
    }

    /** One degree of latitude is 69 miles, or 111 kilometres. */
    @Test
    void theScaleIsARoundLengthInTheUnitOfTheReader() {
        var stores = List.of(store("south", 50, 0), store("north", 51, 0));
        var south = 344;
        for (var reader : List.of(Locale.UK, Locale.GERMANY)) {
            var chart = Objects.requireNonNull(Chart.of(stores, null, null, Texts.in(reader)));
            var unitsPerDegree = chart.dots().getFirst().y() - chart.dots().getLast().y();
            assertThat(unitsPerDegree).isEqualTo(south);
            var scale = chart.scale();
            assertThat(scale.distance()).isEqualTo(reader.equals(Locale.UK) ? "20\u00a0mi" : "50\u00a0km");
            assertThat(scale.length()).isEqualTo(reader.equals(Locale.UK) ? 100 : 155);
        }
    }

    private static Location store(String id, double latitude, double longitude) {
        var at = new Coordinates(latitude, longitude);
        return new Location(
                new LocationId(id), id, Location.Kind.STORE, null, at, ZoneId.of("UTC"), OpeningHours.ALWAYS, EnumSet.allOf(Capability.class),
                "all", true);
    }
}

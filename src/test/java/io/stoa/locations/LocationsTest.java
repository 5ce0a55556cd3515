package io.stoa.locations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class LocationsTest {

    private static final Coordinates LEEDS = new Coordinates(53.7997, -1.5492);
    private static final Coordinates YORK = new Coordinates(53.9591, -1.0815);
    private static final Coordinates LONDON = new Coordinates(51.5072, -0.1276);

    @Autowired
    Locations locations;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aSavedLocationIsReadBackAsItWas() {
        var leeds = store("test-leeds", LEEDS);
        locations.save(leeds, Touchpoint.SYSTEM);
        assertThat(locations.find(leeds.id())).contains(leeds);
        assertThat(Json.read(Json.write(leeds), Location.class)).isEqualTo(leeds);
    }

    @Test
    void namesStandAsPeopleLookThemUp() {
        var places = Stream.of("seattle:Seattle", "sydney:Sydney", "sao-paulo:São Paulo", "aarhus:aarhus")
                .map(place -> named(place.split(":")[0], place.split(":")[1], null))
                .sorted(Location.byName());
        assertThat(places).extracting(Location::name).containsExactly("aarhus", "São Paulo", "Seattle", "Sydney");
    }

    @Test
    void savingTheSameAgainLeavesNoSecondEvent() {
        var york = store("test-york", YORK);
        locations.save(york, Touchpoint.SYSTEM);
        locations.save(york, Touchpoint.SYSTEM);
        assertThat(log.about("location:test-york", 10)).hasSize(1);
        locations.save(closed(york), Touchpoint.SYSTEM);
        assertThat(log.about("location:test-york", 10))
                .extracting(Event::keyVersion)
                .containsExactly(1L, 2L);
        assertThat(locations.find(york.id())).map(Location::open).contains(false);
    }

    @Test
    void theWebSellsAndHasNoStock() {
        var web = locations.find(LocationId.WEB).orElseThrow();
        assertThat(web.hasStock()).isFalse();
        assertThat(web.offers(Capability.SELL)).isTrue();
    }

    @Test
    void theNearestStoreComesFirst() {
        List.of(
                        store("near-leeds", LEEDS),
                        store("near-york", YORK),
                        store("near-london", LONDON),
                        store("near-nowhere", null))
                .forEach(store -> locations.save(store, Touchpoint.SYSTEM));
        var nearest =
                locations.nearest(LEEDS, 2, location -> location.id().value().startsWith("near-"));
        assertThat(nearest).extracting(near -> near.location().id().value()).containsExactly("near-leeds", "near-york");
        assertThat(nearest.get(1).kilometres()).isCloseTo(35.4, within(0.5));
    }

    @Test
    void distanceIsRightAcrossTheDateLineAndToTheOtherEndOfTheWorld() {
        assertThat(new Coordinates(0, 179.5).kilometresTo(new Coordinates(0, -179.5)))
                .isCloseTo(111.2, within(0.1));
        assertThat(new Coordinates(90, 0).kilometresTo(new Coordinates(-90, 0))).isCloseTo(20015.1, within(0.5));
    }

    @Test
    void aChangeMadeByAnotherProcessIsSeenWithoutAskingTheDatabase() {
        var leeds = store("tail-leeds", LEEDS);
        locations.save(leeds, Touchpoint.SYSTEM);
        assertThat(locations.find(leeds.id())).map(Location::name).contains("Store");
        transaction.executeWithoutResult(status -> asAnotherProcessWould());
        await().atMost(Duration.ofSeconds(2))
                .until(() -> locations.find(leeds.id()).orElseThrow().name().equals("Renamed"));
    }

    @Test
    void aLocationWhoseTransactionIsRolledBackWasNeverThere() {
        var ghost = store("test-ghost", LEEDS);
        locations.save(store("test-makes-them-forget", LEEDS), Touchpoint.SYSTEM);
        transaction.executeWithoutResult(status -> {
            locations.save(ghost, Touchpoint.SYSTEM);
            var _ = locations.all();
            status.setRollbackOnly();
        });
        assertThat(locations.find(ghost.id())).isEmpty();
    }

    @Test
    void aPostcodeIsFoundHoweverItIsTyped() {
        locations.learnPostcodes("GB", Map.of("LS1 4DY", LEEDS));
        assertThat(locations.geocode("gb", "ls14dy")).contains(LEEDS);
        assertThat(locations.geocode("US", "LS1 4DY")).isEmpty();
    }

    @Test
    void anAddressIsTidiedAndNeverShownInFull() {
        var address = new Address(" ", " 5  High\nStreet", null, "Leeds", "", "LS1 4DY", "gb");
        assertThat(address.lines(Locale.UK)).containsExactly("5 High Street", "Leeds, LS1 4DY", "United Kingdom");
        assertThat(address.lines(Locale.GERMAN)).contains("Vereinigtes Königreich");
        assertThat(new Address(null, "Torstraße 5", null, "Berlin", null, "10115", "DE").lines(Locale.UK))
                .containsExactly("Torstraße 5", "10115 Berlin", "Germany");
        assertThat(address.toString()).doesNotContain("High");
        var twice = new Address(null, "Calea Floreasca 246B", "Bucharest , 014254, RO", "Bucharest", null, "014254", "RO");
        assertThat(twice.lines(Locale.UK)).as("what the street says is not said again").containsExactly("Calea Floreasca 246B", "Bucharest, 014254, RO");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Address(null, "5 High Street", null, "Leeds", null, "", "XX"));
    }

    private void asAnotherProcessWould() {
        database.sql("UPDATE locations.location SET name = 'Renamed', version = version + 1 WHERE id = 'tail-leeds'")
                .update();
        var payload = new LocationChanged(new LocationId("tail-leeds"), Location.Kind.STORE, true);
        log.append(NewEvent.of(LocationChanged.TYPE, "location:tail-leeds", 2, Touchpoint.SYSTEM, payload));
    }

    private static Location store(String id, @Nullable Coordinates coordinates) {
        return named(id, "Store", coordinates);
    }

    private static Location named(String id, String name, @Nullable Coordinates coordinates) {
        var address = new Address(null, "5 High Street", null, "Leeds", null, "LS1 4DY", "GB");
        return new Location(
                new LocationId(id),
                name,
                Location.Kind.STORE,
                address,
                coordinates,
                ZoneId.of("Europe/London"),
                OpeningHours.parse("Mo-Sa 09:00-18:00; 2026-12-25 off"),
                Set.of(Capability.SELL, Capability.PICKUP),
                "uk",
                true);
    }

    private static Location closed(Location store) {
        return new Location(
                store.id(),
                store.name(),
                store.kind(),
                store.address(),
                store.coordinates(),
                store.zone(),
                store.hours(),
                store.services(),
                store.group(),
                false);
    }
}

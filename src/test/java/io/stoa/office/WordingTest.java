package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.inventory.StockChanged;
import io.stoa.page.Texts;
import io.stoa.payments.setbacks.Setback;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the wall says of the stock: nothing of a changed counter, but what sold out. */
@StoaTest
class WordingTest {

    @Autowired
    private Wording wording;

    @Autowired
    private List<Listener> listeners;

    @Test
    void allWorkThatFollowsFromTheLogHasWords() {
        for (var texts : List.of(Texts.in(Locale.UK), Texts.in(Locale.GERMANY))) {
            assertThat(listeners).extracting(Listener::name).noneMatch(name -> LogPage.work(name, texts).equals(name));
        }
    }

    @Test
    void aKindOfEventIsNamedWithoutHoles() throws IOException {
        var words = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/messages/office_de.properties"))) {
            words.load(file);
        }
        var types = words.stringPropertyNames().stream()
                .filter(key -> key.startsWith("office.event."))
                .map(key -> key.substring("office.event.".length()))
                .toList();
        assertThat(types).contains("drawer.moved", "orders.order_placed").allSatisfy(type -> {
            assertThat(Wording.kind(type, Texts.in(Locale.UK))).doesNotContain("{", "…", "audit.");
            assertThat(Wording.kind(type, Texts.in(Locale.GERMANY))).doesNotContain("{", "…", "audit.");
        });
        assertThat(Wording.kind("drawer.moved", Texts.in(Locale.UK))).isEqualTo("Cash put in or taken out by hand");
        assertThat(Wording.kind("moon.full_again", Texts.in(Locale.UK))).isEqualTo("Full again");
    }

    @Test
    void everySetbackSaysWhatToDo() {
        for (var kind : Setback.Kind.values()) {
            assertThat(Texts.in(Locale.UK).get("office.setback." + kind, "£2.00")).startsWith("£2.00 ");
            assertThat(Texts.in(Locale.GERMANY).get("office.setback." + kind, "2,00 €")).contains("Die Bank");
        }
    }

    @Test
    void anEventOfTheStockIsToldWhenSomethingSoldOutAndNamesThatOnly() {
        var event = changed(row("LAMP", 4), row("CHAIR", 0), row("TABLE", 0));
        assertThat(Wording.isTold(event)).isTrue();
        assertThat(wording.sentence(event, Texts.in(Locale.UK)).text()).isEqualTo("CHAIR, TABLE sold out");
    }

    @Test
    void aCounterThatOnlyWentDownIsNotTold() {
        assertThat(Wording.isTold(changed(row("LAMP", 4), row("CHAIR", 10)))).isFalse();
    }

    @Test
    void aChangedCounterIsToldWithItsPlace() {
        assertThat(wording.sentence(changed(row("LAMP", 4)), Texts.in(Locale.UK)).text()).matches("Stock of LAMP \\([Ll]eeds\\) changed");
    }

    @Test
    void aReasonOfOursIsToldInTheReadersLanguageAndWhatSomebodyWroteAsItIs() {
        var german = Texts.in(Locale.GERMANY);
        assertThat(Why.of("shipment 7 rejected: DAMAGED", german)).isEqualTo("beschädigt");
        assertThat(Why.of("shipment 7 rejected: NOT_FOUND, and nobody else has them", german))
                .isEqualTo("dort nicht gefunden, und niemand sonst hat es");
        assertThat(Why.of("shipment 7 not collected", german)).isEqualTo("niemand hat es abgeholt");
        assertThat(Why.of("shipment:7:1", german)).isNull();
        assertThat(Why.of("readdressed", german)).isNull();
        assertThat(Why.of("shipment was too late", german)).isEqualTo("shipment was too late");
    }

    private static StockChanged.Row row(String sku, int available) {
        return new StockChanged.Row(new Sku(sku), new LocationId("leeds"), 10, 0, 10 - available, 0, available, 0, 7);
    }

    private static Event changed(StockChanged.Row... rows) {
        var payload = Json.write(new StockChanged(List.of(rows)));
        return new Event(
                1, StockChanged.TYPE, rows[0].key(), 7, null, null, Channel.WEB, null, null, "guest:guest", payload, Instant.EPOCH);
    }
}

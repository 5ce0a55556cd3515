package io.stoa.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.inventory.StockChanged;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** One delivery of many articles is a few events in the log, and every page that shows one of them hears of it. */
@StoaTest
class StockIsToldTest {

    private static final int ARTICLES = 30;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Inventory inventory;

    @Autowired
    private EventLog log;

    @Value("${local.server.port}")
    private int port;

    private List<Sku> skus = List.of();
    private LocationId leeds = LocationId.WEB;

    @BeforeEach
    void articlesInLeeds() {
        leeds = retailer.store("leeds");
        skus = IntStream.range(0, ARTICLES).mapToObj(i -> retailer.article("told", 1_000)).toList();
    }

    @Test
    void everyRowOfADeliveryIsToldToThePagesThatShowIt() throws Exception {
        var topics = skus.stream().map(sku -> "stock:" + sku).collect(Collectors.toSet());
        var heard = new TreeSet<String>();
        try (var client = HttpClient.newHttpClient();
                var pages = Follower.of(client, port, String.join(",", topics), "Cookie", null, null)) {
            deliver(1);
            while (heard.size() < ARTICLES) {
                var message = pages.next(Duration.ofSeconds(10));
                assertThat(message).as("after hearing of %s", heard).isNotNull();
                topics.stream().filter(topic -> message != null && message.contains('"' + topic + '"')).forEach(heard::add);
            }
        }
        assertThat(heard).containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void theNewestVersionOfARowSaysWhatIsThere() {
        deliver(5);
        deliver(7);
        var events = log.latest(200).stream().filter(this::isOurs).toList();
        assertThat(events).hasSizeLessThan(ARTICLES).allMatch(event -> event.payload().length() < 2_000);
        for (var sku : skus) {
            var newest = events.stream()
                    .flatMap(event -> event.read(StockChanged.class).rows().stream())
                    .filter(row -> row.sku().equals(sku))
                    .max((one, other) -> Long.compare(one.version(), other.version()))
                    .orElseThrow();
            assertThat(newest)
                    .extracting(StockChanged.Row::onHand, StockChanged.Row::available, StockChanged.Row::version)
                    .containsExactly(12, 12, row(sku).version());
        }
    }

    private Availability row(Sku sku) {
        return retailer.row(sku, leeds);
    }

    private boolean isOurs(Event event) {
        return event.type().equals(StockChanged.TYPE)
                && event.read(StockChanged.class).rows().stream().anyMatch(row -> skus.contains(row.sku()));
    }

    private void deliver(int pieces) {
        inventory.move(
                skus.stream().map(sku -> new Movement("d" + pieces + sku, sku, leeds, MovementKind.RECEIVED, pieces, "delivery")).toList(),
                Touchpoint.SYSTEM);
    }
}

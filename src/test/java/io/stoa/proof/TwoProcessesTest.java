package io.stoa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.bench.Assortment;
import io.stoa.bench.ShopProcess;
import io.stoa.bench.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two whole Stoas on one database: both sell the same article, both read the log, and one is killed on the way. */
class TwoProcessesTest {

    private static final int PIECES = 300;
    private static final int BUYERS_EACH = 6;
    private static final Assortment ONE_ARTICLE = new Assortment(2, PIECES, PIECES);
    private static final String ORDER = "{\"lines\":[{\"sku\":\"B00000\",\"quantity\":1}],"
            + "\"delivery\":{\"type\":\"COLLECT\",\"store\":\"bench\"},"
            + "\"payment\":{\"tender\":\"CARD\",\"token\":\"tok_approve\"}}";

    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final List<String> surprises = new ArrayList<>();

    @TempDir
    Path home;

    @Test
    void sellEachPieceOnceAndLetEachEventTakeEffectOnce() throws Exception {
        var settings = new HashMap<>(ONE_ARTICLE.settings());
        settings.put("bench.effects", "true");
        try (var first = ShopProcess.start(home, ShopProcess.QUICK_TO_START, settings);
                var second = ShopProcess.start(home, ShopProcess.QUICK_TO_START, settings)) {
            var buyers = new ArrayList<Thread>();
            for (int number = 0; number < BUYERS_EACH; number++) {
                var name = "buyer-" + number;
                buyers.add(Thread.ofVirtual().start(() -> buyUntilSoldOut(name + "a", first, second)));
                buyers.add(Thread.ofVirtual().start(() -> buyUntilSoldOut(name + "b", second, second)));
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() > PIECES / 3);
            first.kill();
            for (var buyer : buyers) {
                buyer.join();
            }
            assertThat(surprises).isEmpty();
            assertThat(acknowledged).as("acknowledged, of %d pieces", PIECES).hasSize(PIECES);
            assertThat(acknowledged.values()).doesNotHaveDuplicates();
            eachEventTookEffectOnce(second);
        }
    }

    /** Orders again and again, each under a key of its own, which is repeated until there is an answer. */
    private void buyUntilSoldOut(String name, ShopProcess mine, ShopProcess other) {
        var shop = mine;
        for (int number = 0; ; number++) {
            var key = name + "-" + number;
            for (int status = 0; status != 201 && status != 200; ) {
                try (var wire = new Wire(shop.port(), shop.token())) {
                    var answer = wire.order(key, ORDER);
                    status = answer.status();
                    if (status == 409) {
                        return;
                    }
                    note(key, answer);
                } catch (IOException killed) {
                    shop = other;
                    LockSupport.parkNanos(10_000_000);
                }
            }
        }
    }

    private synchronized void note(String key, Wire.Answer answer) {
        if (answer.status() == 200 || answer.status() == 201) {
            acknowledged.put(key, answer.number("id"));
        } else if (answer.status() != 503) {
            surprises.add(answer.toString());
        }
    }

    /**
     * Orders that no place works on, with all that is known of why. A process may be killed before it asked the provider: then
     * the provider knows of no charge, and the order waits for another payment, as its repeated answer says.
     */
    private static List<String> unsent(Statement statement) throws SQLException {
        try (var rows = statement.executeQuery("""
                SELECT format('order %s is %s, payment %s; %s', o.id, o.state, p.state,
                              (SELECT string_agg(format('%s at %s, %s aside', c.name, c.seq,
                                                        (SELECT count(*) FROM events.aside a WHERE a.cursor = c.name)), ', ')
                                 FROM events.cursor c))
                  FROM orders.orders o
                  LEFT JOIN payments.payment p ON p.id = o.payment
                 WHERE NOT EXISTS (SELECT 1 FROM fulfilment.shipment s WHERE s.order_id = o.id)
                   AND NOT (o.state = 'AWAITING_PAYMENT' AND p.state = 'DECLINED' AND NOT EXISTS (
                            SELECT 1 FROM testgateway.charge c WHERE c.key = p.gateway_key AND c.state = 'APPROVED'))
                """)) {
            var unsent = new ArrayList<String>();
            while (rows.next()) {
                unsent.add(rows.getString(1));
            }
            return unsent;
        }
    }

    /** One projection row for each order, and one shipment, whichever process read its event. */
    private void eachEventTookEffectOnce(ShopProcess shop) throws IOException, SQLException {
        assertThat(shop.ask("pass 120")).isEqualTo("ok");
        try (var connection = shop.address().connect();
                var statement = connection.createStatement()) {
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                assertThat(unsent(statement)).isEmpty();
                try (var rows = statement.executeQuery("""
                        SELECT (SELECT count(*) FROM bench.effect), (SELECT sum(times) FROM bench.effect),
                               (SELECT count(DISTINCT order_id) FROM bench.effect),
                               (SELECT count(*) FROM fulfilment.shipment) - (SELECT count(*) FROM orders.orders
                                                                              WHERE state = 'PLACED'),
                               (SELECT count(*) - count(DISTINCT order_id) FROM fulfilment.shipment),
                               (SELECT count(*) FROM fulfilment.shipment)
                        """)) {
                    assertThat(rows.next()).isTrue();
                    for (int column = 1; column <= 3; column++) {
                        assertThat(rows.getLong(column)).as("column %d", column).isEqualTo(PIECES);
                    }
                    assertThat(rows.getLong(4)).as("shipments beyond the paid orders").isZero();
                    assertThat(rows.getLong(5)).as("second shipments").isZero();
                    assertThat(rows.getLong(6))
                            .as("shipments: each buyer of the killed process had one order under way")
                            .isBetween((long) PIECES - BUYERS_EACH, (long) PIECES);
                }
            });
        }
    }
}

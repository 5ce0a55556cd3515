package io.stoa.imports.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.bench.Assortment;
import io.stoa.bench.ShopProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A real process, killed as {@code kill -9} does while it receives the pieces of a file. */
class KilledUploadTest {

    private static final int SKUS = 1_500;
    private static final int BEFORE = 1;
    private static final int MORE = 3;
    private static final UploadId UPLOAD = new UploadId(77);

    @TempDir
    Path home;

    @Test
    void whatWasKilledInTheMiddleGoesOnAfterARestartAndIsReceivedOnce() throws Exception {
        var settings = new Assortment(SKUS, BEFORE, BEFORE).settings();
        try (var first = ShopProcess.start(home, ShopProcess.QUICK_TO_START, settings);
                var connection = first.address().connect()) {
            var table = bring(connection);
            try (var holder = first.address().connect()) {
                holdLast(holder);
                assertThat(table.move(UPLOAD, Upload.State.PREVIEW, Upload.State.IMPORTING, Instant.now())).isPresent();
                await().atMost(Duration.ofMinutes(1)).until(() -> received(connection) > 0);
                first.kill();
            }
            assertThat(received(connection)).as("of %d", SKUS).isBetween(1L, SKUS - 1L);
        }
        try (var second = ShopProcess.start(home, ShopProcess.QUICK_TO_START, settings);
                var connection = second.address().connect()) {
            reaches(new UploadTable(database(connection)), Upload.State.DONE);
            assertThat(received(connection)).as("each once, none twice").isEqualTo(SKUS);
        }
    }

    /** As the back office brings it, which needs somebody who is signed in. */
    private static UploadTable bring(Connection connection) throws Exception {
        var rows = IntStream.range(0, SKUS).mapToObj(number -> Assortment.sku(number) + "," + Assortment.PLACE + "," + MORE);
        var csv = rows.collect(Collectors.joining("\n", "sku,place,pieces\n", "\n")).getBytes(StandardCharsets.UTF_8);
        var brought = Brought.read(Kind.STOCK, csv, null, "en");
        var content = brought.csv().getBytes(StandardCharsets.UTF_8);
        var table = new UploadTable(database(connection));
        table.insert(UPLOAD, Kind.STOCK, "pieces.csv", Mappings.of(brought, "killed"), Packed.of(content), "staff:somebody", Instant.now());
        reaches(table, Upload.State.PREVIEW);
        return table;
    }

    /** So that the import stands still before its end, however fast it is. */
    private static void holdLast(Connection holder) throws Exception {
        holder.setAutoCommit(false);
        try (var statement = holder.prepareStatement("SELECT 1 FROM inventory.stock WHERE sku = ? FOR UPDATE")) {
            statement.setString(1, Assortment.sku(SKUS - 1).value());
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }

    private static long received(Connection connection) {
        return database(connection)
                .sql("SELECT count(*) FROM inventory.stock WHERE on_hand = ?")
                .param(BEFORE + MORE)
                .query(Long.class)
                .single();
    }

    private static void reaches(UploadTable table, Upload.State state) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(table.find(UPLOAD).orElseThrow().state()).isEqualTo(state));
    }

    private static JdbcClient database(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}

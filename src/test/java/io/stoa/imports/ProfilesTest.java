package io.stoa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stoa.StoaTest;
import io.stoa.catalog.Catalog;
import io.stoa.customers.Customers;
import io.stoa.imports.account.ImportReport;
import io.stoa.imports.demo.DemoData;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Address;
import io.stoa.locations.Locations;
import io.stoa.pricing.Pricing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources that Stoa knows, whole and into the real shop. Where the real files are not there, the demo's slice is. */
@StoaTest
class ProfilesTest {

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    DemoData demo;

    @Autowired
    Locations locations;

    @Autowired
    Catalog catalog;

    @Autowired
    Pricing pricing;

    @Autowired
    Inventory inventory;

    @Autowired
    Customers customers;

    @Autowired
    JdbcClient database;

    @Test
    void theDemosShopIsWholeAndLoadingItAgainChangesNothing() {
        demo.load();
        var before = everything();
        assertThat(demo.load()).isFalse();
        var again = imports.run(
                new ImportRequest(
                        "oracle-customer-orders",
                        Path.of("src/main/resources/demo/oracle-customer-orders"),
                        null,
                        folder.resolve("rejected.csv"),
                        false),
                nowhere(),
                false);

        assertThat(everything()).isEqualTo(before);
        assertThat(again.rejected()).isZero();
        assertThat(again.agrees()).isTrue();
        assertThat(again.totals().getFirst().written())
                .isEqualByComparingTo(again.totals().getFirst().source());
        assertThat(count("orders.past_order WHERE source = 'co'")).isEqualTo(1_761);
        assertThat(sum("source = 'co'"))
                .isEqualTo(again.totals().getFirst().written().movePointRight(2).longValueExact());
    }

    @Test
    void theDemosGoodsCanBeScannedPricedAndCollected() {
        demo.load();
        var sku = catalog.scan("2000000000015").orElseThrow();

        assertThat(sku).isEqualTo(new Sku("CO-1"));
        assertThat(catalog.items(List.of(sku)))
                .hasEntrySatisfying(sku, item -> assertThat(item.category()).contains("Boys'/Shirts"));
        assertThat(pricing.prices(List.of(sku), Currency.getInstance("USD"), "us-ca"))
                .containsEntry(sku, Money.of(2955, "USD"));
        assertThat(inventory.availability(List.of(sku)).get(sku))
                .filteredOn(row -> row.location().value().equals("buenos-aires"))
                .extracting(Availability::onHand)
                .containsExactly(3);
        var sanFrancisco = locations.find(new LocationId("san-francisco")).orElseThrow();
        assertThat(sanFrancisco.group()).isEqualTo("us-ca");
        assertThat(sanFrancisco.address()).extracting(Address::line1).isEqualTo("Redwood Shores");
        assertThat(locations.find(LocationId.WEB).orElseThrow().hasStock()).isFalse();
        assertThat(customers.byEmail("tammy.bryant@internalmail.example")).isPresent();
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void theDemosOpeningStockIsWhatTheSourceCounted() {
        demo.load();
        var skus = Stream.iterate(1, i -> i + 1)
                .limit(46)
                .map(i -> new Sku("CO-" + i))
                .toList();
        var pieces = inventory.availability(skus).values().stream()
                .flatMap(List::stream)
                .mapToInt(Availability::onHand)
                .sum();

        assertThat(pieces).isEqualTo(3_510);
    }

    /** All 370,931 lines; with {@code -Dstoa.whole=false} those of every eighth customer, for a quick look. */
    @Test
    void aYearOfOnlineRetailIsImportedToThePenny() throws IOException {
        var whole = Boolean.parseBoolean(System.getProperty("stoa.whole", "true"));
        var source = OnlineRetail.take(
                folder("uci-online-retail"), Files.createDirectory(folder.resolve("uci")), whole ? 1 : 8);
        var report = imported("uci-online-retail", source.folder());

        assertThat(source.rows()).as("lines").isGreaterThan(40_000);
        assertThat(whole ? source.rows() : 370_931).isEqualTo(370_931);
        assertThat(report.agrees()).isTrue();
        assertThat(report.files())
                .filteredOn(file -> file.name().endsWith("order-lines"))
                .first()
                .satisfies(file -> assertThat(file.read()).isEqualTo(source.rows()));
        var total = report.totals().getFirst();
        assertThat(total.source()).isEqualByComparingTo(source.worth());
        assertThat(sum("source = 'uci'"))
                .isEqualTo(total.written().movePointRight(2).longValueExact());
        assertThat(String.join("\n", report.lines()))
                .contains(
                        "an adjustment of bad debt",
                        "a fee between the shop and a third party",
                        "an adjustment by hand",
                        "a change of stock",
                        "no price",
                        "an exact copy of another line",
                        "joined their purchase");
    }

    @Test
    void fourYearsOfAnElectronicsChainAreImportedInFiveCurrencies() {
        var report = imported("contoso-electronics", folder("contoso-electronics"));

        assertThat(report.agrees()).isTrue();
        assertThat(report.rejected()).isZero();
        assertThat(report.totals()).hasSize(5);
        assertThat(count("orders.past_order WHERE source = 'contoso'"))
                .isEqualTo(21_193);
        for (var total : report.totals()) {
            assertThat(sum("source = 'contoso' AND currency = '" + total.currency() + "'"))
                    .isEqualTo(total.written().movePointRight(2).longValueExact());
        }
    }

    private static Path folder(String name) {
        var data = Stream.of(System.getenv().getOrDefault("STOA_DATA", "../shared/data"), "../../shared/data")
                .map(place -> Path.of(place, "retail", name))
                .filter(Files::exists)
                .findFirst();
        assumeTrue(
                data.isPresent(),
                "SKIPPED: the real files are not here; set STOA_DATA to the folder with the test data");
        return data.get();
    }

    private ImportReport imported(String profile, Path data) {
        var request = new ImportRequest(profile, data, null, folder.resolve("rejected.csv"), false);
        var report = imports.run(request, System.out, false);
        report.lines().forEach(System.out::println);
        return report;
    }

    private Map<String, Long> everything() {
        return Stream.of(
                        "events.log",
                        "inventory.movement",
                        "orders.past_order",
                        "orders.past_line",
                        "imports.known",
                        "imports.head",
                        "imports.line")
                .collect(java.util.stream.Collectors.toMap(table -> table, this::count));
    }

    private long count(String table) {
        return database.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    private long sum(String condition) {
        var total = database.sql("SELECT coalesce(sum(total), 0) FROM orders.past_order WHERE " + condition)
                .query(Long.class)
                .single();
        var lines = database.sql("SELECT coalesce(sum(quantity * unit), 0) FROM orders.past_line"
                        + " JOIN orders.past_order ON id = order_id WHERE " + condition)
                .query(Long.class)
                .single();
        assertThat(lines).as("the lines of the orders that say %s", total).isEqualTo(total);
        return total;
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

package io.stoa.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.TestDatabase;
import io.stoa.catalog.Gtin;
import io.stoa.feeds.FeedProblem;
import io.stoa.feeds.Why;
import io.stoa.imports.account.ImportReport;
import io.stoa.imports.account.Refused;
import io.stoa.orders.past.PastOrder;
import io.stoa.shared.Sku;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ImportsTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

    private static final String LINES = """
            536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
            536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
            536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.0,12583.0,France
            536370,22728,"ALARM ""CLOCK"", PINK",24,2010-12-01 08:45:00,3.75,12583.0,France
            536414,22139,,56,2010-12-01 11:52:00,0.0,,United Kingdom
            536544,21773,DECORATIVE ROSE,1,2010-12-01 14:32:00,2.51,,United Kingdom
            536589,21777,,-10,2010-12-01 16:50:00,0.0,,United Kingdom
            C536700,71053,WHITE METAL LANTERN,-2,2010-12-02 09:00:00,3.39,17850.0,United Kingdom
            C536701,22728,ALARM CLOCK,-1,2010-12-02 09:10:00,3.75,17850.0,United Kingdom
            C536702,D,Discount,-1,2010-12-02 09:20:00,27.50,17850.0,United Kingdom
            C536703,21773,DECORATIVE ROSE,-1,2010-12-02 09:30:00,2.51,,United Kingdom
            536800,22728,ALARM CLOCK,abc,2010-12-02 09:30:00,3.75,,United Kingdom
            536801,22728,ALARM CLOCK,1,2010-13-02 09:30:00,3.75,,United Kingdom
            A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom
            536370,22728,ALARM CLOCK late,1,2010-12-02 10:00:00,3.75,12583.0,France
            """;

    @TempDir
    Path folder;

    private DataSource pool;
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        var fresh = new PGSimpleDataSource();
        fresh.setURL(TestDatabase.migrated());
        pool = fresh;
        ledger = new Ledger(pool);
        write("online-retail-1.csv", HEADER + "\n" + LINES);
    }

    @Test
    void everyLineIsEitherInTheShopOrRejectedWithItsReasonAndTheMoneyAgreesToThePenny() throws IOException {
        var report = run("uci-online-retail", false);

        var pounds = report.totals().getFirst();
        assertThat(report.agrees()).isTrue();
        assertThat(pounds.written()).isEqualByComparingTo("172.86");
        assertThat(pounds.source().subtract(pounds.rejected())).isEqualByComparingTo(pounds.written());
        assertThat(report.worthUnknown()).isEqualTo(1);
        assertThat(rejects()).hasSize(8).first().asString().isEqualTo("file,line,reason,row");
        assertThat(rejects().stream().skip(1)).allMatch(line -> line.startsWith("online-retail-1.csv,"));
        assertThat(report.reasons())
                .containsEntry("an exact copy of another line of the same order", new Refused(Why.COPY, "", 1))
                .containsEntry("no price", new Refused(null, "", 1))
                .containsEntry("a change of stock (damage, count), not a sale", new Refused(null, "", 1))
                .containsEntry("an adjustment of bad debt and not a sale", new Refused(null, "", 1));
    }

    @Test
    void aReturnJoinsThePurchaseItBelongsToAndElseStandsAlone() {
        var report = run("uci-online-retail", false);

        assertThat(report.returnsMatched()).isEqualTo(1);
        assertThat(report.returnsAlone()).isEqualTo(2);
        var purchase = ledger.order("uci:order:536365");
        assertThat(purchase.lines()).extracting(PastOrder.Line::quantity).containsExactly(6, 6, -2);
        assertThat(purchase.state()).isEqualTo(PastOrder.State.COMPLETE);
        assertThat(ledger.order("uci:order:C536701").state()).isEqualTo(PastOrder.State.REFUNDED);
        assertThat(ledger.order("uci:order:C536703").customer()).isNull();
        assertThat(ledger.count("order")).isEqualTo(5);
    }

    @Test
    void linesOfOneInvoiceFindEachOtherHoweverFarApart() {
        var _ = run("uci-online-retail", false);

        assertThat(ledger.order("uci:order:536370").lines())
                .extracting(line -> line.sku().value())
                .containsExactly("POST", "22728", "22728");
    }

    @Test
    void whatItSaysOnTheWayIsWhatItSaysAtTheEnd() {
        var said = new ByteArrayOutputStream();
        var request = new ImportRequest("uci-online-retail", folder, null, folder.resolve("rejected.csv"), false);
        var report = imports(ledger).run(request, new PrintStream(said, true, StandardCharsets.UTF_8), false);

        var line = Pattern.compile("(?m)^(.*?) +([\\d,]+) rows ");
        var onTheWay = line.matcher(said.toString(StandardCharsets.UTF_8)).results()
                .collect(Collectors.toMap(found -> found.group(1), found -> Long.valueOf(found.group(2).replace(",", ""))));
        var atTheEnd = report.files().stream().collect(Collectors.toMap(ImportReport.FileCount::name, ImportReport.FileCount::read));
        assertThat(onTheWay).isEqualTo(atTheEnd);
        assertThat(onTheWay).containsEntry("Returns matched with purchases", report.returnsMatched());
        assertThat(report.returnsMatched()).isOne();
        var orders = report.files().stream().filter(file -> file.name().equals("Past orders")).findFirst().orElseThrow();
        assertThat(orders.taken()).isEqualTo(ledger.count("order"));
        assertThat(orders.read()).isEqualTo(orders.taken() + orders.passed() + orders.rejected());
    }

    @Test
    void importingTwiceChangesNothing() {
        var first = run("uci-online-retail", false);
        var orders = ledger.contents("order");
        var second = run("uci-online-retail", false);

        assertThat(ledger.contents("order")).isEqualTo(orders);
        assertThat(second.totals()).isEqualTo(first.totals());
        assertThat(second.continued()).isFalse();
        assertThat(ledger.count("customer")).isEqualTo(2);
    }

    /** Neither are those that were imported before the last: what they say was changed since. */
    @Test
    void filesThatAreNotTheLastOnesAreNotKnown() throws IOException {
        var first = run("uci-online-retail", false);
        assertThat(before()).map(ImportReport::totals).contains(first.totals());

        write("online-retail-1.csv", HEADER + "\n" + LINES.replace("3.39", "3.49"));
        assertThat(before()).isEmpty();
        assertThat(run("uci-online-retail", false).totals()).isNotEqualTo(first.totals());
        assertThat(before()).isPresent();

        write("online-retail-1.csv", HEADER + "\n" + LINES);
        assertThat(before()).isEmpty();
        assertThat(run("uci-online-retail", false).agrees()).isTrue();
    }

    @Test
    void whatWasKilledAtAnyPointContinuesAndEndsAsIfNothingHadHappened() throws IOException {
        write("online-retail-2.csv", HEADER + "\n" + many(3_000));
        var whole = new Ledger(fresh());
        var expected = run(whole, "uci-online-retail", false, folder.resolve("whole.csv"));
        for (int kill : new int[] {1, 3, 700, 1_501, 2_100}) {
            ledger.breakAfter(kill);
            assertThatThrownBy(() -> run("uci-online-retail", false)).isInstanceOf(Ledger.Killed.class);
        }
        ledger.breakAfter(Long.MAX_VALUE);
        var report = run("uci-online-retail", false);

        assertThat(report.continued()).isTrue();
        assertThat(report.totals()).isEqualTo(expected.totals());
        assertThat(report.files()).isEqualTo(expected.files());
        assertThat(rejects()).isEqualTo(Files.readAllLines(folder.resolve("whole.csv")));
        assertThat(ledger.contents("order")).hasSameSizeAs(whole.contents("order"));
        assertThat(waiting()).isZero();
    }

    @Test
    void whenFilesChangedAfterAKillTheImportBeginsAnew() throws IOException {
        ledger.breakAfter(9);
        assertThatThrownBy(() -> run("uci-online-retail", false)).isInstanceOf(Ledger.Killed.class);
        ledger.breakAfter(Long.MAX_VALUE);
        write("online-retail-1.csv", HEADER + "\n" + LINES.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        var report = run("uci-online-retail", false);

        assertThat(report.continued()).isFalse();
        assertThat(report.agrees()).isTrue();
        assertThat(ledger.count("order")).isEqualTo(1);
        assertThat(waiting()).isZero();
    }

    @Test
    void aDryRunFindsTheSameAndWritesNothing() throws IOException {
        var dry = run("uci-online-retail", true);
        assertThat(ledger.contents("order")).isEmpty();
        assertThat(count("imports.run") + count("imports.known") + waiting()).isZero();
        var found = rejects();
        var real = run("uci-online-retail", false);

        assertThat(dry.totals()).isEqualTo(real.totals());
        assertThat(dry.reasons()).isEqualTo(real.reasons());
        assertThat(found).isEqualTo(rejects());
    }

    @Test
    void aZipIsAsGoodAsAFolder() throws IOException {
        var zip = folder.resolve("all.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("export/online-retail-1.csv"));
            out.write((HEADER + "\n" + LINES).getBytes(StandardCharsets.UTF_8));
        }
        var request = new ImportRequest("uci-online-retail", zip, null, folder.resolve("rejected.csv"), false);

        assertThat(imports(ledger)
                        .run(request, nowhere(), false)
                        .totals()
                        .getFirst()
                        .written())
                .isEqualByComparingTo("172.86");
    }

    @Test
    void twoImportsOfOneSourceAtTheSameTimeAreRefused() {
        try (var _ = Turn.take(pool, "uci")) {
            assertThatThrownBy(() -> run("uci-online-retail", false))
                    .isInstanceOf(FeedProblem.class)
                    .hasMessageContaining("under way");
        }
        assertThat(run("uci-online-retail", false).agrees()).isTrue();
    }

    @Test
    void aFileWithoutTheRightColumnsIsRefusedBeforeAnythingIsWritten() throws IOException {
        write("online-retail-1.csv", "InvoiceNo,StockCode\n1,2\n");
        assertThatThrownBy(() -> run("uci-online-retail", false))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("lacks the columns [Description");
        assertThat(count("imports.run")).isZero();
    }

    @Test
    void aMappingOfOnesOwnImportsAnyCsv() throws IOException {
        write("sales.txt", "Nr;Artikel;Menge;Preis;Datum\n1;A 1;2;1.299,50 €;24.12.2025\n2;A-2;1;(5,00);24.12.2025\n");
        Files.writeString(folder.resolve("own.yaml"), """
                source: laden
                feeds:
                - as: order-lines
                  file: sales.txt
                  separator: ";"
                  fields:
                    order: Nr
                    sku: {from: Artikel, replace: {" ": "-"}}
                    quantity: Menge
                    price: {from: Preis, decimal: ","}
                    currency: {value: EUR}
                    at: {from: Datum, date: dd.MM.yyyy, zone: Europe/Berlin}
                    location: {value: berlin}
                    channel: {value: TILL}
                """);
        var request =
                new ImportRequest("generic", folder, folder.resolve("own.yaml"), folder.resolve("rejected.csv"), false);
        var report = imports(ledger).run(request, nowhere(), false);

        assertThat(report.agrees()).isTrue();
        assertThat(ledger.order("laden:order:1").lines().getFirst().unit().minor()).isEqualTo(129_950);
        assertThat(ledger.order("laden:order:1").at()).hasToString("2025-12-24T11:00:00Z");
        assertThat(report.reasons()).containsEntry("the price is negative", new Refused(Why.PRICE, "", 1));
    }

    @Test
    void anArticleWhoseBarcodeIsAnothersIsRefusedAloneInADryRunToo() throws IOException {
        ledger.has(new Gtin("4006381333931"), new Sku("pen"));
        write("goods.csv", "sku,name,ean\nstapler,Stapler,4006381333931\ntape,Tape,4012345678901\nribbon,Ribbon,4012345678901\nglue,Glue,\n");
        Files.writeString(folder.resolve("own.yaml"), """
                source: laden
                settings: {prices: de, currency: EUR}
                feeds:
                - as: products
                  file: goods.csv
                  fields: {sku: sku, title: name, category: {value: Office}, taxCategory: {value: standard}, gtin: ean}
                """);
        for (boolean dry : new boolean[] {true, false}) {
            var request = new ImportRequest("generic", folder, folder.resolve("own.yaml"), folder.resolve("rejected.csv"), dry);
            var report = imports(ledger).run(request, nowhere(), false);
            assertThat(report.reasons()).isEqualTo(Map.of("the barcode belongs to SKU …", new Refused(Why.BARCODE, "gtin", 2)));
            assertThat(rejects()).contains(
                    "goods.csv,2,the barcode belongs to SKU 'pen',\"stapler,Stapler,4006381333931\"",
                    "goods.csv,4,the barcode belongs to SKU 'tape',\"ribbon,Ribbon,4012345678901\"");
        }
        assertThat(ledger.count("product")).isEqualTo(2);
    }

    @Test
    void aChainWithFiveCurrenciesIsReadFromFilesOfDifferentEncodings() throws IOException {
        windows("Stores.csv", "UTF-8", """
                \uFEFFStoreKey,Country,State,Square Meters,Open Date
                14,France,Franche-Comté,350,12/15/2009
                0,Online,Online,,1/1/2010
                """);
        windows("Products.csv", "UTF-8", """
                ProductKey,Product Name,Brand,Color,Unit Cost USD,Unit Price USD,SubcategoryKey,Subcategory,CategoryKey,Category
                1,"Laptop ""15"" E10",Acme,Silver,$506.62 ,"$1,299.00 ",0301,Laptops,03,Computers
                """);
        windows("Exchange_Rates.csv", "UTF-8", """
                Date,Currency,Exchange
                1/2/2016,EUR,0.8304
                1/2/2016,USD,1
                """);
        windows("Customers.csv", "windows-1252", """
                CustomerKey,Gender,Name,City,State Code,State,Zip Code,Country,Continent,Birthday
                301,Female,Anaïs Müller,BESANÇON,FC,Franche-Comté,25000,France,Europe,7/3/1939
                """);
        windows("Sales_2016.csv", "UTF-8", """
                Order Number,Line Item,Order Date,Delivery Date,CustomerKey,StoreKey,ProductKey,Quantity,Currency Code
                366000,1,1/2/2016,,301,14,1,2,EUR
                366001,1,1/2/2016,1/13/2016,301,0,1,1,USD
                366002,1,1/3/2016,,301,14,1,1,EUR
                366003,1,1/2/2016,,301,14,2,1,EUR
                """);
        var report = run("contoso-electronics", false);

        assertThat(ledger.order("contoso:order:366000").lines().getFirst().unit().minor())
                .isEqualTo(107_869);
        assertThat(ledger.order("contoso:order:366000").location().value()).isEqualTo("fr-franche-comte");
        assertThat(ledger.order("contoso:order:366001").channel()).isEqualTo(io.stoa.shared.Channel.WEB);
        assertThat(ledger.contents("customer").getFirst()).contains("Anaïs Müller");
        assertThat(ledger.contents("price")).containsExactly("1299.00 USD");
        assertThat(rejects())
                .anyMatch(line -> line.contains("no rate is known for '1/3/2016 EUR'"))
                .anyMatch(line -> line.contains("no product is known for '2'"));
        assertThat(report.worthUnknown()).isEqualTo(2);
        assertThat(report.agrees()).isTrue();
    }

    @Test
    void oneFactThatTheShopRefusesDoesNotTakeItsBatchAlong() throws IOException {
        ledger.refuse("22728");
        var report = run("uci-online-retail", false);

        assertThat(ledger.count("product")).isEqualTo(3);
        assertThat(report.agrees()).isTrue();
        assertThat(rejects()).anyMatch(line -> line.contains("the shop does not want 22728"));
    }

    @Test
    void aCommandThatCannotBeUnderstoodSaysHowToWriteIt() {
        assertThatThrownBy(() -> ImportCommand.request(List.of("uci-online-retail")))
                .hasMessageContaining("PROFILE is one of oracle-customer-orders");
        assertThatThrownBy(() -> ImportCommand.request(List.of("generic", "nowhere")))
                .hasMessage("There is no nowhere");
        assertThatThrownBy(() -> ImportCommand.request(List.of("generic", ".", "--fast")))
                .hasMessageContaining("--fast");
        assertThat(ImportCommand.request(List.of("generic", "--dry-run", ".", "--mapping", "m.yaml")))
                .isEqualTo(new ImportRequest("generic", Path.of("."), Path.of("m.yaml"), null, true));
    }

    @Test
    void progressIsALineNowAndThenWhereNoTerminalIs() {
        var out = new ByteArrayOutputStream();
        var request = new ImportRequest("uci-online-retail", folder, null, folder.resolve("rejected.csv"), false);
        var _ = imports(ledger).run(request, new PrintStream(out, true, StandardCharsets.UTF_8), false);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("online-retail-1.csv: order-lines")
                .contains("rows/s")
                .doesNotContain("\r");
    }

    private ImportReport run(String profile, boolean dry) {
        return run(ledger, profile, dry, folder.resolve("rejected.csv"));
    }

    private ImportReport run(Ledger shop, String profile, boolean dry, Path rejects) {
        var request = new ImportRequest(profile, folder, null, rejects, dry);
        return imports(shop).run(request, nowhere(), false);
    }

    private Optional<ImportReport> before() {
        var rejects = folder.resolve("rejected.csv");
        return imports(ledger).before(new ImportRequest("uci-online-retail", folder, null, rejects, false));
    }

    private Imports imports(Ledger shop) {
        var own = shop.pool();
        return new Imports(own, JdbcClient.create(own), new JdbcTransactionManager(own), shop);
    }

    private static DataSource fresh() {
        var fresh = new PGSimpleDataSource();
        fresh.setURL(TestDatabase.migrated());
        return fresh;
    }

    private long waiting() {
        return count("imports.head") + count("imports.line");
    }

    private long count(String table) {
        return JdbcClient.create(pool)
                .sql("SELECT count(*) FROM " + table)
                .query(Long.class)
                .single();
    }

    private List<String> rejects() throws IOException {
        return Files.readAllLines(folder.resolve("rejected.csv"));
    }

    private void write(String name, String content) throws IOException {
        var _ = Files.writeString(folder.resolve(name), content);
    }

    private void windows(String name, String encoding, String content) throws IOException {
        var _ = Files.write(folder.resolve(name), content.replace("\n", "\r\n").getBytes(Charset.forName(encoding)));
    }

    /** Lines of many invoices; every tenth is refused, every seventh gives the one before back. */
    private static String many(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> i % 7 == 6
                        ? line("C" + (600_000 + i), -1, i - 1, "1.25")
                        : line("" + (600_000 + i / 2), 3, i, i % 10 == 0 ? "0" : "1.25"))
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static String line(String invoice, int quantity, int article, String price) {
        return Stream.of(
                        invoice,
                        10_000 + article,
                        "Thing " + article,
                        quantity,
                        "2011-01-05 10:00:00",
                        price,
                        "15000.0",
                        "France")
                .map(String::valueOf)
                .collect(java.util.stream.Collectors.joining(","));
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

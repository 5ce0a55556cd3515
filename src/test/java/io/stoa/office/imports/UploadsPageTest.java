package io.stoa.office.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Product;
import io.stoa.catalog.Text;
import io.stoa.customers.Customers;
import io.stoa.imports.uploads.Upload;
import io.stoa.imports.uploads.UploadId;
import io.stoa.imports.uploads.Uploads;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class UploadsPageTest {

    private static final String PASSWORD = "a good password";
    private static final String HERE = "/office/imports/files";
    private static final PriceListId US = new PriceListId("us");

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Customers customers;

    @Autowired
    private Pricing pricing;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    @Test
    void newArticlesAreCheckedLookedAtAndAddedOnceAndThoseThatAreThereStayAsTheyAre() throws Exception {
        var there = retailer.article("vase", 1000);
        var browser = as(Role.MERCHANDISER);
        var a = "up-" + ids.next();
        var b = "up-" + ids.next();
        var table = "Artikelnummer;Bezeichnung;Abteilung;Preis;Steuer\n" + a + ";Krug;Küche;12,50;\n" + b + ";Teller;Küche;lots;\n" + there
                + ";Other;Other;1;\n" + a + ";Twice;Küche;1;\nup-x;Fork;Küche;1;nowhere\n;No number;Küche;1;\n";
        var page = sent(browser, HERE + "?kind=ARTICLES", HERE, form("ARTICLES", table) + "&list=us&language=de");
        var id = new UploadId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        reaches(id, Upload.State.PREVIEW);
        assertThat(catalog.bySku(new Sku(a))).as("nothing yet").isEmpty();
        assertThat(browser.get(page).body())
                .contains("1 new article would be added", "of 6 rows", "Krug", "it is in the shop already", "there is no such tax", "Refused rows")
                .doesNotContain(">imports.");
        assertThat(browser.get(page + "?lang=de").body())
                .contains("dort muss eine Zahl stehen", "das ist schon im Laden", "SKU: dort steht nichts", "diese Steuer gibt es nicht")
                .doesNotContain("is not a number", "is missing", ">imports.");
        assertThat(browser.get(page + "/rejected.csv").body().lines()).hasSize(5).anyMatch(line -> line.contains(there.value())).anyMatch(line -> line.contains("lots"));

        assertThat(sent(browser, page, page + "/start", "")).endsWith(page);
        assertThat(sent(browser, page, page + "/start", "")).as("pressed twice").endsWith("said=late");
        reaches(id, Upload.State.DONE);
        var made = catalog.bySku(new Sku(a)).orElseThrow();
        assertThat(made.status()).isEqualTo(Product.Status.PUBLISHED);
        assertThat(made.titles()).isEqualTo(Map.of("de", "Krug"));
        assertThat(pricing.price(US, new Sku(a)).orElseThrow().value().minor()).isEqualTo(1250);
        assertThat(catalog.bySku(there).orElseThrow().title("en")).isEqualTo("vase");
        assertThat(pricing.list(US).orElseThrow().value().group()).as("the list stays as it is").isEqualTo("us");
        assertThat(browser.get(page + "?lang=de").body()).contains("Artikel angelegt", "Eingelesen").doesNotContain(">imports.");
        assertThat(kept(id)).as("rows of a file that is done").isFalse();
    }

    @Test
    void anArticleWhoseBarcodeIsAnothersIsRefusedAndNothingElseOfItsFile() throws Exception {
        var theirs = gtin();
        var owner = has("owner-" + ids.next(), theirs);
        var lost = gtin();
        var stem = "code-" + ids.next() + "-";
        var twice = gtin();
        var rows = IntStream.range(0, 600).mapToObj(i -> stem + i + ",Thing,Codes," + switch (i) {
            case 1 -> theirs;
            case 2, 3, 599 -> twice;
            case 4 -> lost;
            case 5 -> "4006381333932";
            default -> "";
        });
        var browser = as(Role.MERCHANDISER);
        var id = brought(browser, form("ARTICLES", "sku,name,department,barcode\n" + rows.collect(Collectors.joining("\n"))) + "&list=us");
        reaches(id, Upload.State.PREVIEW);
        assertThat(browser.get(HERE + "/" + id).body())
                .contains("596 new articles would be added", "Barcode: it belongs to another article", "Barcode: this is no barcode")
                .doesNotContain(">imports.");
        assertThat(browser.get(HERE + "/" + id + "?lang=de").body()).contains("Strichcode: er gehört einem anderen Artikel");
        assertThat(browser.get(HERE + "/" + id + "/rejected.csv").body())
                .contains("the barcode belongs to SKU '" + owner + "'", "the barcode belongs to SKU '" + stem + "2'");

        var other = has("other-" + ids.next(), lost);
        assertThat(uploads.start(id, Retailer.WEB)).isTrue();
        reaches(id, Upload.State.DONE);
        assertThat(uploads.find(id).orElseThrow().outcome()).isNotNull().satisfies(outcome -> assertThat(outcome.taken()).isEqualTo(595));
        assertThat(browser.get(HERE + "/" + id + "/rejected.csv").body()).contains("the barcode belongs to SKU '" + other + "'");
        assertThat(Stream.of(theirs, twice, lost).map(code -> catalog.scan(code.digits()))).containsExactly(Optional.of(owner), Optional.of(new Sku(stem + "2")), Optional.of(other));
        assertThat(Stream.of(1, 3, 4, 5, 599).map(i -> catalog.bySku(new Sku(stem + i)))).allMatch(Optional::isEmpty);
        assertThat(catalog.bySku(new Sku(stem + 598))).isPresent();
    }

    @Test
    void piecesComeInOnceForEachFileEvenWhenTheWorkBeginsAgain() throws Exception {
        var sku = retailer.article("vase", 1000);
        var store = retailer.store("derby");
        retailer.stock(sku, store, 3);
        var browser = as(Role.MANAGER);
        var table = "sku\tplace\tpieces\n" + sku + "\t" + store + "\t4\n" + sku + "\tnowhere\t1\nno-such-" + ids.next() + "\t" + store + "\t1\n" + sku + "\t" + store + "\t9\n";
        var id = brought(browser, form("STOCK", table));
        reaches(id, Upload.State.PREVIEW);
        assertThat(browser.get(HERE + "/" + id).body()).contains("1 row of pieces would be received", "no place that keeps stock", "no article has this SKU").doesNotContain(">imports.");
        database.sql("CREATE TABLE IF NOT EXISTS public.upload_content AS SELECT id, content FROM imports.upload WHERE id = :id").param("id", id.value()).update();
        assertThat(uploads.start(id, Retailer.WEB)).isTrue();
        reaches(id, Upload.State.DONE);
        assertThat(retailer.row(sku, store).onHand()).isEqualTo(7);

        // As if the process had ended after the last row and before it could say so.
        var _ = database.sql("UPDATE imports.upload u SET state = 'IMPORTING', content = c.content FROM public.upload_content c WHERE c.id = u.id AND u.id = :id")
                .param("id", id.value()).update();
        reaches(id, Upload.State.DONE);
        assertThat(retailer.row(sku, store).onHand()).isEqualTo(7);

        var again = brought(browser, form("STOCK", table));
        reaches(again, Upload.State.PREVIEW);
        assertThat(browser.get(HERE + "/" + again).body()).contains("There is nothing to import");
        assertThat(sent(browser, HERE + "/" + again, HERE + "/" + again + "/discard", "")).endsWith(again.toString());
        assertThat(kept(again)).isFalse();
        database.sql("DROP TABLE public.upload_content").update();
    }

    @Test
    void aLongFileIsImportedWholeAndTellsHowFarItIs() throws Exception {
        var stem = "long-" + ids.next() + "-";
        var table = "sku,name,department\n" + IntStream.range(0, 1_200).mapToObj(i -> stem + i + ",Thing " + i + ",Long").collect(Collectors.joining("\n"));
        var id = brought(as(Role.MANAGER), form("ARTICLES", table) + "&list=us");
        reaches(id, Upload.State.PREVIEW);
        assertThat(uploads.start(id, Retailer.WEB)).isTrue();
        reaches(id, Upload.State.DONE);
        assertThat(uploads.find(id).orElseThrow().outcome()).isNotNull().satisfies(outcome -> assertThat(outcome.taken()).isEqualTo(1_200));
        assertThat(catalog.bySku(new Sku(stem + "1199"))).isPresent();
    }

    @Test
    void customersAreForManagersAndThoseWhoAreThereStay() throws Exception {
        var known = "known" + ids.next() + "@shop.example";
        customers.registerAll(java.util.List.of(io.stoa.customers.NewCustomer.of("There Already", known)));
        var fresh = "fresh" + ids.next() + "@shop.example";
        var table = "Name,E-Mail,Country\nNew Person," + fresh + ",us\nOther Name," + known + ",\n,nobody@shop.example,\nNo Mail,no-mail,\n";
        var manager = as(Role.MANAGER);
        var id = brought(manager, form("CUSTOMERS", table));
        reaches(id, Upload.State.PREVIEW);
        assertThat(manager.get(HERE + "/" + id).body()).contains("1 new customer would be added", "is there already", "E-mail: this is no e-mail address").doesNotContain(">imports.");
        var merchandiser = as(Role.MERCHANDISER);
        assertThat(merchandiser.get(HERE + "?kind=CUSTOMERS").statusCode()).isEqualTo(404);
        assertThat(merchandiser.get(HERE + "/" + id).statusCode()).isEqualTo(404);
        assertThat(merchandiser.get(HERE + "/" + id + "/rejected.csv").statusCode()).isEqualTo(404);
        assertThat(merchandiser.submitFrom(HERE, HERE + "/" + id + "/start", "").statusCode()).isEqualTo(404);
        assertThat(uploads.start(id, Retailer.WEB)).isTrue();
        reaches(id, Upload.State.DONE);
        assertThat(customers.byEmail(fresh)).isPresent();
        assertThat(customers.find(customers.byEmail(known).orElseThrow()).orElseThrow().name()).isEqualTo("There Already");
    }

    @Test
    void whatIsNoSuchTableSaysWhatIsMissing() throws Exception {
        var browser = as(Role.MANAGER);
        for (var wrong : Map.of("sku,pieces\na,1", "must name a column place", "", "Choose a file", "sku,place,pieces", "at least one line", "PK\u0003\u0004", "Save it as CSV").entrySet()) {
            var answer = browser.submitFrom(HERE, HERE, form("STOCK", wrong.getKey()));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"table-error\"", wrong.getValue()).doesNotContain(">imports.");
        }
        assertThat(browser.submitFrom(HERE, HERE, form("ARTICLES", "sku,name,department\na,b,c")).body()).contains("Choose a price list");
        assertThat(as(Role.AGENT).get(HERE).statusCode()).isEqualTo(403);
    }

    private Gtin gtin() {
        var digits = "20" + "%010d".formatted(Math.floorMod(ids.next(), 10_000_000_000L));
        return new Gtin(digits + Gtin.checkDigit(digits));
    }

    private Sku has(String sku, Gtin gtin) {
        var variant = new NewVariant(new Sku(sku), gtin, Map.of());
        var _ = catalog.publish(new NewProduct(sku, Map.of("en", Text.of("Thing")), "Codes", null, "standard", Map.of(), List.of(), List.of(variant)), Retailer.WEB);
        return variant.sku();
    }

    private boolean kept(UploadId id) {
        return database.sql("SELECT content IS NOT NULL FROM imports.upload WHERE id = :id").param("id", id.value()).query(Boolean.class).single();
    }

    private UploadId brought(Browser browser, String form) throws Exception {
        var page = sent(browser, HERE, HERE, form);
        return new UploadId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
    }

    private static String form(String kind, String table) {
        return "kind=" + kind + "&pasted=" + URLEncoder.encode(table, StandardCharsets.UTF_8);
    }

    private void reaches(UploadId id, Upload.State state) {
        await().untilAsserted(() -> assertThat(uploads.find(id).orElseThrow().state()).isEqualTo(state));
    }

    private static String sent(Browser browser, String page, String action, String form) throws Exception {
        var location = browser.submitFrom(page, action, form).headers().firstValue("Location").orElse("");
        return location.substring(Math.max(0, location.indexOf("/office")));
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("u" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}

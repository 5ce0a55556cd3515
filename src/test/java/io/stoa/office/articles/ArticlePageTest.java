package io.stoa.office.articles;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.Product;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ArticlePageTest {

    private static final String PASSWORD = "a good password";
    private static final PriceListId US = new PriceListId("us");

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Pricing pricing;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void anArticleIsChangedByHandShownAndTakenBack() throws Exception {
        var sku = retailer.article("lamp", 1000);
        retailer.stock(sku, retailer.store("ely"), 7);
        var there = product(sku);
        var page = page(there);
        var browser = as(Role.MERCHANDISER);
        assertThat(browser.get("/office/articles/of?sku=" + sku).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith(page));
        assertThat(browser.get(page).body()).contains("value=\"lamp\"", "value=\"10.00\"", "7 available", "us 10%", sku.value()).doesNotContain(">articles.");

        var form = form(there, "10.00");
        form.putAll(Map.of("title-en", "Lamp", "title-de", "Lampe", "text-de", "Hell.\r\nWarm.", "department", " Light / Desk ", "brand", "Lux", "price-us-0", "12,50"));
        var saved = sent(browser, page, page, form);
        assertThat(saved).contains(page + "?said=saved&change=");
        assertThat(price(sku)).isEqualTo(1250);
        var now = product(sku);
        assertThat(now.titles()).isEqualTo(Map.of("en", "Lamp", "de", "Lampe"));
        assertThat(now.descriptions()).containsEntry("de", "Hell.\nWarm.");
        assertThat(now.category()).isEqualTo("Light/Desk");
        assertThat(now.brand()).isEqualTo("Lux");
        var shown = browser.get(saved).body();
        assertThat(shown).contains("Saved.", "Take it back", "$12.50", "<strong>Lampe</strong>", "Price of " + sku + " changed to $12.50").doesNotContain(">articles.");
        assertThat(as(Role.AGENT).get(page + "?lang=de").body()).contains("Was geschah", "Hell.").doesNotContain(">articles.");

        var change = saved.substring(saved.lastIndexOf('=') + 1);
        assertThat(browser.get("/office/articles/changes/" + change).body()).contains("“lamp” by hand", "$10.00", "Lampe").doesNotContain(">articles.");
        assertThat(sent(browser, page, page + "/undo", Map.of("change", change))).endsWith("said=undone");
        assertThat(sent(browser, page, page + "/undo", Map.of("change", change))).as("once").endsWith("said=late");
        assertThat(price(sku)).isEqualTo(1000);
        assertThat(product(sku).titles()).isEqualTo(there.titles());
        assertThat(product(sku).descriptions()).isEqualTo(there.descriptions());
        assertThat(product(sku).category()).isEqualTo(there.category());
        assertThat(product(sku).brand()).isEqualTo(there.brand());
        assertThat(browser.get(page).body()).contains("As before");
        assertThat(sent(browser, page, page, form(product(sku), "10.00"))).endsWith("said=same");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldAndWhatWasTypedStays() throws Exception {
        var there = product(retailer.article("lamp", 1000));
        var form = form(there, "10.00");
        form.putAll(Map.of("title-en", "", "text-de", "without a name", "department", "", "price-us-0", "lots"));
        var wrong = as(Role.MANAGER).submitFrom(page(there), page(there), coded(form));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"title-en-error\"", "id=\"title-de-error\"", "id=\"department-error\"", "id=\"price-us-0-error\"", "value=\"lots\"", "without a name")
                .doesNotContain(">articles.");
        assertThat(product(there).version()).isEqualTo(there.version());
    }

    @Test
    void whoeverSavesSecondIsToldAndNothingIsLost() throws Exception {
        var sku = retailer.article("lamp", 1000);
        var there = product(sku);
        var browser = as(Role.MANAGER);
        var other = form(there, "10.00");
        other.put("department", "Light");
        assertThat(sent(browser, page(there), page(there), other)).contains("said=saved");
        var mine = form(there, "10.00");
        mine.putAll(Map.of("title-en", "Mine", "price-us-0", "11.00"));
        var late = browser.submitFrom(page(there), page(there), coded(mine));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Somebody changed this article", "value=\"Mine\"", "Now: Light", "value=\"11.00\"");
        assertThat(price(sku)).as("all or nothing").isEqualTo(1000);

        pricing.setPrices(US, Map.of(sku, Money.of(900, "USD")), Touchpoint.SYSTEM);
        mine.put("version", String.valueOf(product(sku).version()));
        var again = browser.submitFrom(page(there), page(there), coded(mine));
        assertThat(again.statusCode()).as("the price is another by now").isEqualTo(409);
        assertThat(again.body()).contains("Now: 9.00", "name=\"was-price-us-0\" value=\"9.00\"");
        assertThat(product(sku).title("en")).isEqualTo("lamp");
        mine.put("was-price-us-0", "9.00");
        assertThat(sent(browser, page(there), page(there), mine)).contains("said=saved");
        assertThat(price(sku)).isEqualTo(1100);
        assertThat(product(sku).category()).as("what was typed").isEqualTo(there.category());
    }

    @Test
    void ofTwoAtTheSameMomentOneSavesAndTheOtherIsTold() throws Exception {
        var sku = retailer.article("lamp", 1000);
        var there = product(sku);
        var one = as(Role.MANAGER);
        var two = as(Role.MERCHANDISER);
        for (var browser : Set.of(one, two)) {
            assertThat(browser.get(page(there)).statusCode()).isEqualTo(200);
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(Stream.of(one, two)
                    .<Callable<Integer>>map(browser -> () -> {
                        var form = form(there, "10.00");
                        form.putAll(Map.of("title-en", "Lamp " + System.identityHashCode(browser), "price-us-0", "12.00"));
                        return browser.submitFrom(page(there), page(there), coded(form)).statusCode();
                    })
                    .toList());
            assertThat(Stream.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(302, 409);
        }
    }

    @Test
    void aNewArticleIsAddedByHandAndItsFirstStockReceived() throws Exception {
        var browser = as(Role.MERCHANDISER);
        var here = "/office/articles/new";
        assertThat(browser.get(here).body()).contains("New article").doesNotContain(">articles.");
        var wrong = browser.submitFrom(here, here, coded(Map.of("code", "no code", "gtin", "123", "tax", "none")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"code-error\"", "id=\"gtin-error\"", "id=\"tax-error\"", "id=\"title-en-error\"").containsPattern("id=\"price-[^\"]+-0-error\"").doesNotContain(">articles.");

        var code = "new-" + ids.next();
        var gtin = gtin();
        var form = new LinkedHashMap<>(Map.of("code", code, "gtin", gtin, "title-en", "Pen", "title-de", "Stift", "department", "Desk", "tax", "standard"));
        form.put("price-us-0", "2.50");
        var added = sent(browser, here, here, form);
        assertThat(added).contains("/office/articles/").endsWith("said=added");
        var sku = new Sku(code);
        assertThat(price(sku)).isEqualTo(250);
        assertThat(product(sku).status()).isEqualTo(Product.Status.PUBLISHED);
        assertThat(browser.get(added).body()).contains(gtin, "There was never any of it in stock");
        assertThat(browser.submitFrom(here, here, coded(form)).body()).as("pressed twice").contains("There is an article with this number");

        var store = retailer.store("ripon");
        var row = "/office/stock/row?sku=" + code + "&location=" + store;
        assertThat(browser.get(row).statusCode()).isEqualTo(200);
        var received = Map.of("sku", code, "location", store.value(), "kind", "RECEIVED", "quantity", "5", "reason", "first", "id", String.valueOf(ids.next()));
        assertThat(sent(browser, row, "/office/stock/movements", received)).endsWith("said=moved");
        assertThat(browser.get(added).body()).contains("5 available");
        assertThat(browser.get("/office/stock/row?sku=never-" + code + "&location=" + store).statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayOnlyLookSeesNoForm() throws Exception {
        var there = product(retailer.article("lamp", 1000));
        var agent = as(Role.AGENT);
        assertThat(agent.get(page(there)).body()).contains("10.00 USD").doesNotContain("name=\"title-en\"");
        assertThat(agent.submitFrom(page(there), page(there), coded(form(there, "1.00"))).statusCode()).isEqualTo(403);
        catalog.withdraw(there.id(), Touchpoint.SYSTEM);
        var manager = as(Role.MANAGER);
        assertThat(manager.get(page(there)).body()).contains("Withdrawn", "taken off the shelves for good").doesNotContain("name=\"title-en\"");
        assertThat(manager.submitFrom(page(there), page(there), coded(form(there, "1.00"))).statusCode()).isEqualTo(404);
    }

    @Test
    void aTaxIsChosenAndBarcodesAreWrittenAndTakenBack() throws Exception {
        pricing.setTax("us", "reduced", 500, Touchpoint.SYSTEM);
        var there = product(retailer.article("lamp", 1000));
        var browser = as(Role.MERCHANDISER);
        assertThat(browser.get(page(there)).body()).containsPattern("reduced \\([^)]*us 5%").contains("id=\"gtin-0\"").doesNotContain(">articles.");
        var gtin = gtin();
        var form = form(there, "10.00");
        form.putAll(Map.of("tax", "reduced", "gtin-0", gtin.substring(0, 6) + " " + gtin.substring(6)));
        var saved = sent(browser, page(there), page(there), form);
        assertThat(saved).contains("said=saved");
        assertThat(product(there).taxCategory()).isEqualTo("reduced");
        assertThat(catalog.scan(gtin)).contains(ArticleForm.offered(there).getFirst().sku());
        assertThat(browser.get(saved).body()).contains("Take it back", gtin, "<strong>reduced</strong>").doesNotContain(">articles.");
        assertThat(sent(browser, page(there), page(there) + "/undo", Map.of("change", saved.substring(saved.lastIndexOf('=') + 1)))).endsWith("said=undone");
        assertThat(product(there).taxCategory()).isEqualTo("standard");
        assertThat(catalog.scan(gtin)).isEmpty();
    }

    @Test
    void aBarcodeThatIsNoneOrAnothersStandsBesideItsField() throws Exception {
        var lamp = product(retailer.article("lamp", 1000));
        var vase = product(retailer.article("vase", 1000));
        var browser = as(Role.MANAGER);
        var gtin = gtin();
        var form = form(lamp, "10.00");
        form.put("gtin-0", gtin.substring(0, 12) + (gtin.charAt(12) == '0' ? '1' : '0'));
        form.put("tax", "never heard of");
        assertThat(browser.submitFrom(page(lamp), page(lamp), coded(form)).body()).contains("id=\"gtin-0-error\"", "This is no barcode", "id=\"tax-error\"");
        form.putAll(Map.of("gtin-0", gtin, "tax", "standard"));
        assertThat(sent(browser, page(lamp), page(lamp), form)).contains("said=saved");
        var other = form(vase, "10.00");
        other.putAll(Map.of("gtin-0", gtin, "title-en", "Vase as typed"));
        var refused = browser.submitFrom(page(vase), page(vase), coded(other));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"gtin-0-error\"", ArticleForm.offered(lamp).getFirst().sku() + " has this barcode", "Vase as typed");
        assertThat(product(vase).version()).isEqualTo(vase.version());

        var without = form(product(lamp), "10.00");
        without.put("gtin-0", "");
        var taken = sent(browser, page(lamp), page(lamp), without);
        assertThat(sent(browser, page(vase), page(vase), other)).contains("said=saved");
        var change = taken.substring(taken.lastIndexOf('=') + 1);
        assertThat(sent(browser, page(lamp), page(lamp) + "/undo", Map.of("change", change))).as("another has it by now").endsWith("said=kept");
        assertThat(catalog.scan(gtin)).contains(ArticleForm.offered(vase).getFirst().sku());
    }

    @Test
    void ofTwoArticlesThatWantTheSameBarcodeAtTheSameMomentOneGetsIt() throws Exception {
        var browser = as(Role.MANAGER);
        var wanting = Stream.of("lamp", "vase", "rug", "cup").map(title -> product(retailer.article(title, 1000))).toList();
        for (var one : wanting) {
            assertThat(browser.get(page(one)).statusCode()).isEqualTo(200);
        }
        var gtin = gtin();
        try (var threads = Executors.newFixedThreadPool(wanting.size())) {
            var answers = threads.invokeAll(wanting.stream()
                    .<Callable<Integer>>map(one -> () -> {
                        var form = form(one, "10.00");
                        form.put("gtin-0", gtin);
                        return browser.submitFrom(page(one), page(one), coded(form)).statusCode();
                    })
                    .toList());
            var codes = new ArrayList<Integer>();
            for (var answer : answers) {
                codes.add(answer.get());
            }
            assertThat(codes).containsExactlyInAnyOrder(302, 422, 422, 422);
        }
        assertThat(catalog.scan(gtin)).isPresent();
    }

    private String gtin() {
        var digits = "4" + String.format("%011d", ids.next() % 100_000_000_000L);
        return digits + Gtin.checkDigit(digits);
    }

    private static Map<String, String> form(Product there, String price) {
        var form = new LinkedHashMap<String, String>();
        form.put("version", String.valueOf(there.version()));
        form.put("title-en", there.title("en"));
        form.put("title-de", "");
        form.put("text-en", there.description("en"));
        form.put("text-de", "");
        form.put("department", there.category());
        form.put("brand", there.brand() == null ? "" : there.brand());
        form.put("tax", there.taxCategory());
        form.put("gtin-0", "");
        form.put("price-us-0", price);
        form.put("was-price-us-0", price);
        return form;
    }

    private static String coded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String page(Product there) {
        return "/office/articles/" + there.id();
    }

    private Product product(Sku sku) {
        return catalog.bySku(sku).orElseThrow();
    }

    private Product product(Product there) {
        return catalog.product(there.id()).orElseThrow();
    }

    private long price(Sku sku) {
        return pricing.price(US, sku).orElseThrow().value().minor();
    }

    private static String sent(Browser browser, String page, String action, Map<String, String> form) throws Exception {
        var location = browser.submitFrom(page, action, coded(form)).headers().firstValue("Location").orElse("");
        return location.substring(Math.max(0, location.indexOf("/office")));
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("c" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}

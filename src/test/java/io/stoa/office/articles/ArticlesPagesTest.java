package io.stoa.office.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.edits.Edit;
import io.stoa.edits.EditId;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.edits.Edits;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.search.Articles;
import io.stoa.search.ArticleQuery;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ArticlesPagesTest {

    private static final String PASSWORD = "a good password";
    private static final String LIST = "/office/articles";
    private static final PriceListId US = new PriceListId("us");

    @Autowired
    private Retailer retailer;

    @Autowired
    private Articles articles;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Pricing pricing;

    @Autowired
    private Edits edits;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void pagesByKeyShowEveryArticleOnceInEveryOrder() {
        var word = word("turn");
        var made = IntStream.range(0, 7).mapToObj(i -> retailer.article(word, 100L * (i % 3 + 1))).toList();
        await().untilAsserted(() -> assertThat(articles.list(query(word, ArticleQuery.Order.NEWEST, null, 7)).items()).hasSize(7).noneMatch(one -> one.price() == null));
        for (var order : ArticleQuery.Order.values()) {
            var seen = new ArrayList<Sku>();
            var prices = new ArrayList<@Nullable Long>();
            String after = null;
            do {
                var page = articles.list(query(word, order, after, 3));
                page.items().forEach(one -> seen.add(one.first()));
                page.items().forEach(one -> prices.add(one.price()));
                after = page.next();
            } while (after != null);
            assertThat(seen).as("%s", order).containsExactlyInAnyOrderElementsOf(made);
            if (order == ArticleQuery.Order.CHEAPEST) {
                assertThat(prices).containsExactly(100L, 100L, 100L, 200L, 200L, 300L, 300L);
            }
        }
    }

    @Test
    void aChangeIsLookedAtMadeAndTakenBackExceptWhereSomebodyChangedItSince() throws Exception {
        var word = word("bulk");
        var a = retailer.article(word, 1000);
        var b = retailer.article(word, 2000);
        var c = retailer.article(word, 1);
        await().untilAsserted(() -> assertThat(articles.list(query(word, ArticleQuery.Order.NEWEST, null, 3)).items()).hasSize(3).noneMatch(one -> one.price() == null));
        var browser = as(Role.MERCHANDISER);
        assertThat(browser.get(LIST + "?text=" + word).body()).contains(a.value(), "$10.00", "3 articles").doesNotContain(">articles.");
        assertThat(browser.get(LIST + "?text=" + word + "&from=15").body()).contains(b.value()).doesNotContain(a.value());
        assertThat(browser.get(LIST + ".csv?text=" + word + "&stock=out").body().lines()).hasSize(4);

        var wrong = browser.submitFrom(LIST + "?text=" + word, LIST + "/changes", "text=" + word + "&way=PERCENT&value=lots&list=us");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"scope-error\"", "id=\"value-error\"", "value=\"lots\"");
        assertThat(browser.submitFrom(LIST, LIST + "/changes", "text=" + word + "&product=77&value=lots").body()).as("ticked on another page")
                .contains("value=\"77\" checked");
        var many = IntStream.rangeClosed(1, WishForm.TICKED_MAX + 1).mapToObj(i -> "product=" + i).collect(Collectors.joining("&"));
        assertThat(browser.submitFrom(LIST, LIST + "/changes", "list=us&value=-1&" + many).body()).contains("At most 500 can be ticked at once");
        var form = "text=" + word + "&scope=all&way=AMOUNT&value=-1.01&ending=NINETY_NINE&list=us&department=Bulk/Bin&find=bulk&replace=bundle";
        var page = sent(browser, LIST + "?text=" + word, LIST + "/changes", form);
        var id = new EditId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        reaches(id, Edit.State.PREVIEW);
        assertThat(price(a)).as("nothing yet").isEqualTo(1000);
        assertThat(browser.get(page).body()).contains("$10.00", "<strong>$8.99</strong>", "$18.99", "8 things would change, 1 cannot", "Bulk/Bin")
                .doesNotContain(">articles.", "articles.reason");
        assertThat(browser.get(page + "/lines.csv?outcome=REJECTED").body().lines()).hasSize(2).anyMatch(line -> line.contains("too-low"));

        pricing.setPrices(US, Map.of(b, Money.of(2100, "USD")), Touchpoint.SYSTEM);
        assertThat(sent(browser, page, page + "/apply", "")).endsWith(page);
        assertThat(sent(browser, page, page + "/apply", "")).endsWith("said=late");
        reaches(id, Edit.State.DONE);
        assertThat(List.of(price(a), price(b), price(c))).containsExactly(899L, 2100L, 1L);
        assertThat(catalog.bySku(a).orElseThrow().category()).isEqualTo("Bulk/Bin");
        assertThat(catalog.bySku(a).orElseThrow().title("en")).startsWith("bundle");
        assertThat(edits.find(id).orElseThrow().number(Outcome.SKIPPED)).isEqualTo(1);
        assertThat(browser.get("/office/articles/changes").body()).contains(page);

        pricing.setPrices(US, Map.of(a, Money.of(555, "USD")), Touchpoint.SYSTEM);
        sent(browser, page, page + "/undo", "");
        reaches(id, Edit.State.UNDONE);
        assertThat(price(a)).as("changed since").isEqualTo(555);
        assertThat(catalog.bySku(a).orElseThrow().category()).isEqualTo("Test");
        assertThat(catalog.bySku(a).orElseThrow().title("en")).isEqualTo(word);
        assertThat(edits.find(id).orElseThrow().number(Outcome.KEPT)).isEqualTo(1);
        assertThat(browser.get(page + "?outcome=KEPT").body()).contains("was changed since").contains("$8.99");
        assertThat(as(Role.MANAGER).get("/office/audit?subject=price:" + a + "@us&lang=de").body()).contains("Preis von " + a + " geändert").doesNotContain("rice changed");
        assertThat(as(Role.MANAGER).get("/office/audit").body()).contains("Articles changed").doesNotContain("goes on", "ready to be looked at", "wished");
        assertThat(as(Role.MANAGER).get("/office/audit?subject=edit:" + id).body()).contains("Change of articles goes on");
        assertThat(as(Role.AGENT).get(page).statusCode()).isEqualTo(403);
    }

    @Test
    void aFileIsLookedAtBeforeAnythingIsWrittenThenMadeAndTakenBack() throws Exception {
        var word = word("sheet");
        var a = retailer.article(word, 1000);
        var b = retailer.article(word, 2000);
        var c = retailer.article(word, 3000);
        var browser = as(Role.MERCHANDISER);
        var here = "/office/imports";
        var wrong = browser.submitFrom(here, here, "list=us&pasted=" + typed("Colour\tPrice\nred\t1"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"table-error\"", "must name a column SKU", "Colour\tPrice").doesNotContain(">imports.");
        assertThat(browser.submitFrom(here, here, "pasted=" + typed("SKU\tPrice\n" + a + "\t1")).body()).contains("id=\"list-error\"");

        var table = "SKU\tPrice\tName\tDepartment\n" + a + "\t12.50\tNew name\t\n" + b + "\t20.00\t\t\nno-such\t1\t\t\n" + a + "\t9\t\t\n" + c
                + "\tlots\t\tSheets/Bed";
        var page = sent(browser, here, here, "list=us&pasted=" + typed(table));
        var id = new EditId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        reaches(id, Edit.State.PREVIEW);
        assertThat(price(a)).as("nothing yet").isEqualTo(1000);
        assertThat(browser.get(page).body())
                .contains("Pasted cells: Name, Department, Price", "3 things would change, 3 cannot", "1 row is so already", "<strong>$12.50</strong>", "New name", "Sheets/Bed")
                .contains("no article in the shop has this SKU", "a row above has the same SKU", "“lots” is no price")
                .doesNotContain(">articles.", "articles.reason");
        assertThat(browser.get(page + "/lines.csv?outcome=REJECTED").body().lines()).hasSize(4).anyMatch(line -> line.contains("no-such"));

        sent(browser, page, page + "/apply", "");
        reaches(id, Edit.State.DONE);
        assertThat(List.of(price(a), price(b), price(c))).containsExactly(1250L, 2000L, 3000L);
        assertThat(catalog.bySku(a).orElseThrow().title("en")).isEqualTo("New name");
        assertThat(catalog.bySku(c).orElseThrow().category()).isEqualTo("Sheets/Bed");
        sent(browser, page, page + "/undo", "");
        reaches(id, Edit.State.UNDONE);
        assertThat(price(a)).isEqualTo(1000);
        assertThat(catalog.bySku(a).orElseThrow().title("en")).isEqualTo(word);
        assertThat(catalog.bySku(c).orElseThrow().category()).isEqualTo("Test");
        assertThat(edits.find(id).orElseThrow().outcomes()).isEqualTo(Map.of(Outcome.UNDONE, 3, Outcome.REJECTED, 3, Outcome.SAME, 1));
    }

    @Test
    void aQuotationMarkThatIsNeverClosedSwallowsNoRows() throws Exception {
        var a = retailer.article(word("quoted"), 1000);
        var b = retailer.article(word("below"), 1000);
        var browser = as(Role.MERCHANDISER);
        var here = "/office/imports";
        var page = sent(browser, here, here, "list=us&pasted=" + typed("sku,name,price\n" + a + ",\"unclosed,5\n" + b + ",Mug,7"));
        var id = new EditId(Long.parseLong(page.substring(page.lastIndexOf('/') + 1)));
        reaches(id, Edit.State.PREVIEW);
        assertThat(edits.find(id).orElseThrow().outcomes()).isEqualTo(Map.of(Outcome.REJECTED, 1));
        assertThat(browser.get(page).body()).contains("is a quotation mark missing?");
    }

    private static String typed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void wordsThatMeanTheSameAreKeptAndASecondEditorOfThemIsTold() throws Exception {
        var browser = as(Role.MARKETER);
        var page = "/office/synonyms";
        var one = word("gizmo");
        var other = word("gadget");
        var wrong = browser.submitFrom(page, page, "words=" + one);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"words-error\"", "value=\"" + one + "\"");
        assertThat(sent(browser, page, page, "words=" + one + "," + other)).endsWith("said=saved");
        var list = browser.get(page).body();
        assertThat(list).contains(one + ", " + other).doesNotContain(">synonyms.");
        var group = list.substring(list.lastIndexOf("/office/synonyms/words-", list.indexOf(one + ", ")));
        var here = group.substring(0, group.indexOf('"'));
        assertThat(sent(browser, here, here, "version=1&words=" + one + "," + other + ",thing")).endsWith("said=saved");
        assertThat(sent(browser, here, here, "version=1&words=" + one + "," + other)).endsWith("said=stale");
        assertThat(sent(browser, here, here + "/removal", "version=1")).endsWith("said=stale");
        assertThat(browser.get(here).body()).contains("thing", "name=\"version\" value=\"2\"");
        assertThat(sent(browser, here, here + "/removal", "version=2")).endsWith("said=removed");
        assertThat(browser.get(here).statusCode()).isEqualTo(404);
    }

    private void reaches(EditId id, Edit.State state) {
        await().untilAsserted(() -> assertThat(edits.find(id).orElseThrow().state()).isEqualTo(state));
    }

    private long price(Sku sku) {
        return pricing.price(US, sku).orElseThrow().value().minor();
    }

    private String word(String stem) {
        return stem + ids.next();
    }

    private static ArticleQuery query(String text, ArticleQuery.Order order, @Nullable String after, int size) {
        return new ArticleQuery(text, null, null, null, null, order, after, size);
    }

    private static String sent(Browser browser, String page, String action, String form) throws Exception {
        var location = browser.submitFrom(page, action, form).headers().firstValue("Location").orElse("");
        return location.substring(Math.max(0, location.indexOf("/office")));
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("a" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}

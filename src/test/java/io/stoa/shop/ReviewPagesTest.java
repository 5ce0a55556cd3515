package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.page.Browser;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Who has an article says how it is; everybody reads it at once, until the office hides it. */
@DemoTest
class ReviewPagesTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderLinks links;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void whatABuyerSaysStandsBelowTheArticleAtOnceAndIsGoneWhenTheOfficeHidesIt() {
        retailer.sellOnTheWeb();
        var mug = retailer.article("mug", 700);
        var order = links.to(taken(mug));
        try (var browser = Browser.start();
                var reader = browser.open(1440, ColorScheme.LIGHT);
                var buyer = browser.open(390, ColorScheme.DARK);
                var office = browser.open(1440, ColorScheme.DARK)) {
            reader.page().navigate(url(article(mug)));
            assertThat(reader.page().locator("#reviews")).containsText("Nobody has said anything yet");
            says(buyer, order, mug);

            assertThat(reader.page().locator("#reviews")).containsText("4.0");
            assertThat(reader.page().locator("#reviews .words")).hasText("Keeps <b>coffee</b> warm.");
            assertThat(reader.page().locator("#reviews")).containsText("1 review");
            reader.assertFlawless("shop-product-reviewed");
            hides(office, mug);
            assertThat(reader.page().locator("#reviews")).containsText("Nobody has said anything yet");
            buyer.page().reload();
            buyer.page().locator("a:has-text('Change')").click();
            assertThat(buyer.page().locator(".note")).containsText("The shop has hidden this review");
            office.page().locator(row(mug) + " button:has-text('Show again')").click();
            assertThat(reader.page().locator("#reviews")).containsText("4.0");

            buyer.page().locator("button:has-text('Take it back')").click();
            assertThat(buyer.page().locator("#reviews a")).containsText("Say how it is");
            assertThat(reader.page().locator("#reviews")).containsText("Nobody has said anything yet");
        }
    }

    /** By keys alone: the stars are chosen with the arrows. */
    private void says(Browser.Window buyer, String order, Sku sku) {
        var page = buyer.page();
        page.navigate(url(order));
        buyer.assertFlawless("shop-orders-reviewable");
        page.locator("#reviews a").click();
        assertThat(page.locator("h1")).hasText("How is mug?");
        buyer.assertFlawless("shop-review");
        page.locator("input[name=stars]").first().focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("input[name=stars][value='4']")).isChecked();
        page.keyboard().press("Tab");
        page.keyboard().type("Keeps <b>coffee</b> warm.");
        page.locator("button:has-text('Publish')").press("Enter");
        assertThat(page.locator("#reviews .stars")).hasAttribute("aria-label", "4 stars");
        page.navigate(url(article(sku) + "/reviews"));
        assertThat(page.locator(".words")).hasText("Keeps <b>coffee</b> warm.");
        buyer.assertFlawless("shop-product-reviews");
        page.navigate(url(order));
    }

    private void hides(Browser.Window office, Sku sku) {
        var page = office.page();
        signIn(page);
        page.navigate(url("/office/reviews?stars=5"));
        assertThat(page.locator(row(sku))).hasCount(0);
        page.locator(".chip:has-text('4 stars')").click();
        assertThat(page.locator(row(sku))).containsText("coffee");
        var product = catalog.bySku(sku).orElseThrow().id().toString();
        assertThat(page.request().get(url("/office/reviews.csv?stars=4")).text()).contains(product + ",mug,").contains("<b>coffee</b>");
        assertThat(page.request().get(url("/office/reviews.csv?stars=5")).text()).doesNotContain(product + ",mug,");
        page.locator(row(sku) + " button:has-text('Hide')").click();
        assertThat(page.locator(row(sku) + " .badge")).hasText("Hidden");
        assertThat(page.url()).contains("stars=4");
    }

    private String row(Sku sku) {
        return "tr:has(a[href='/office/articles/" + catalog.bySku(sku).orElseThrow().id() + "'])";
    }

    @Test
    void machinesReadHowManyStarsAndNobodyWithoutTheKeySaysAnything() throws Exception {
        retailer.sellOnTheWeb();
        var mug = retailer.article("mug", 700);
        var order = links.to(taken(mug));
        var form = "/reviews/" + catalog.bySku(mug).orElseThrow().id();
        assertThat(get(article(mug)).body()).doesNotContain("aggregateRating");
        assertThat(get(order + form).statusCode()).isEqualTo(200);
        assertThat(get(order + "x" + form).statusCode()).isEqualTo(404);
        assertThat(get(order + "/reviews/" + Long.MAX_VALUE).statusCode()).isEqualTo(404);
        var shipped = ((Placed) orders.place(
                        Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(mug, 1))))
                .order();
        assertThat(get(links.to(shipped)).body()).doesNotContain("id=\"reviews\"");
        assertThat(get(links.to(shipped) + form).statusCode()).isEqualTo(404);
        var guest = new io.stoa.access.Browser(port);
        var starless = guest.submitFrom(order + form, order + form, "words=" + "x".repeat(2001));
        assertThat(starless.statusCode()).isEqualTo(422);
        assertThat(starless.body()).contains("id=\"stars-error\"", "Write at most 2,000 characters", "xxxx");
        assertThat(guest.submitFrom(order + form, order + form, "stars=4").statusCode()).isEqualTo(302);
        assertThat(get(article(mug)).body()).contains("\"aggregateRating\"", "\"ratingValue\":\"4.0\"", "\"reviewCount\":1");
    }

    private HttpResponse<String> get(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(url(path))).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private OrderId taken(Sku sku) {
        var store = retailer.store("said");
        retailer.stock(sku, store, 9);
        var wish = Retailer.order(new Delivery.TakeAway(store), Retailer.card("tok_approve"), Retailer.line(sku, 1));
        return ((Placed) orders.place(wish)).order();
    }

    private String article(Sku sku) {
        return "/shop/product/" + catalog.bySku(sku).orElseThrow().id();
    }

    private void signIn(Page page) {
        var login = new Login("r" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(Role.MARKETER), null, true), new Password(PASSWORD));
        page.navigate(url("/sign-in"));
        page.locator("input[name=name]").fill(login.value());
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/office**");
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}

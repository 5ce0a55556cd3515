package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.Text;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Locations;
import io.stoa.page.Browser;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.purchasing.NewPurchaseOrder.Wanted;
import io.stoa.purchasing.NewPurchaseOrder;
import io.stoa.purchasing.PurchaseOutcome;
import io.stoa.purchasing.Purchasing;
import io.stoa.purchasing.Supplier;
import io.stoa.purchasing.SupplierId;
import io.stoa.purchasing.Suppliers;
import io.stoa.search.Search;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Json;
import io.stoa.shared.Quantity;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;

/** How goods and stores are found: by visitors, in a browser, and by programs that read pages, maps and feeds. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingPagesTest {

    private static final String HOSTILE = "Nasty </script><script>alert('x')</script> <!-- ]]> & \"cap\" \u2028\u0007";
    private static final Pattern DATA = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Autowired
    private Promotions promotions;

    @Autowired
    private Suppliers suppliers;

    @Autowired
    private Purchasing purchasing;

    @Autowired
    private Ids ids;

    @Autowired
    Search search;

    @Autowired
    Catalog catalog;

    @LocalServerPort
    int port;

    private Emporium emporium;

    @BeforeAll
    void open(@Autowired Locations locations, @Autowired Pricing pricing, @Autowired Inventory inventory) {
        emporium = new Emporium(catalog, locations, pricing, inventory);
        emporium.open();
    }

    @Test
    void aVisitorFindsByTypingNarrowsDownAndSeesTheirOwnStoreFirst() {
        var tunic = emporium.article("Heliotrope Tunic (Red)", "Find me/Tunics", 1900, "S", "M");
        emporium.stock(tunic, Emporium.LEEDS, 3);
        emporium.stock(tunic, Emporium.HULL, 9);
        var _ = emporium.article("Heliotrope Tunic (Blue)", "Find me/Tunics", 5900, "L");
        await().until(() -> search.first("heliotrope tunic", "en", 9).size() == 2);
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate(at("/shop"));
            var field = page.locator("[role=combobox]");
            field.pressSequentially("heliotorpe");
            assertThat(field).hasAttribute("aria-expanded", "true");
            assertThat(page.locator(".suggest-note")).containsText("heliotrope");
            field.press("ArrowDown");
            assertThat(page.locator("[role=option]").first()).hasAttribute("aria-selected", "true");
            assertThat(field).isFocused();
            window.assertFlawless();
            field.press("Escape");
            assertThat(field).hasAttribute("aria-expanded", "false");
            assertThat(field).hasValue("heliotorpe");
            field.press("Enter");
            assertThat(page.locator("h1")).containsText("heliotorpe");
            assertThat(page.locator("main")).containsText("This is what we have for “heliotrope”");
            assertThat(page.locator(".goods h3")).hasText(new String[] {"Heliotrope Tunic (Red)", "Heliotrope Tunic (Blue)"});
            assertThat(page.locator(".goods li").nth(1)).containsText("Sold out");

            page.locator("a.facets-open").click();
            page.locator("#facets a:has-text('In stock')").click();
            assertThat(page.locator(".goods h3")).hasText(new String[] {"Heliotrope Tunic (Red)"});
            assertThat(page.locator(".chip[aria-label='Take away: In stock']")).isVisible();
            window.assertFlawless();
            page.locator(".chip[aria-label='Take away: In stock']").click();
            assertThat(page.locator(".goods li")).hasCount(2);

            page.navigate(at("/shop/stores?back=/shop"));
            window.assertFlawless();
            page.locator("a:has-text('Leeds')").first().click();
            assertThat(page.locator("h1")).hasText("Leeds");
            assertThat(page.locator("dl.hours dt")).hasCount(7);
            page.locator("button:has-text('Make this my store')").click();
            assertThat(page.locator("main")).containsText("Your store");
            window.assertFlawless();
            page.navigate(at("/shop/search?q=heliotrope"));
            assertThat(page.locator(".goods li").first()).containsText("In Leeds, ready in 2 hours");
            page.navigate(at("/shop/search?q=" + tunic.value()));
            assertThat(page.locator("h1")).hasText("Heliotrope Tunic (Red)");
            assertThat(page.locator("ul.places li").nth(1)).containsText("3 left in Leeds");

            page.locator("button.heart").click();
            assertThat(page.locator("button.heart")).hasAttribute("aria-pressed", "true");
            page.locator("header a[href='/shop/wishes']").click();
            assertThat(page.locator(".wish")).containsText("3 left in Leeds");
            assertThat(page.locator(".wish")).containsText("£19.00");
            window.assertFlawless();
            emporium.sell(tunic, Emporium.LEEDS, 2);
            assertThat(page.locator(".wish")).containsText("Last one in Leeds");
            page.locator("button:has-text('Move to cart')").click();
            assertThat(page.locator(".lines")).containsText("Heliotrope Tunic (Red)");
            page.navigate(at("/shop/wishes"));
            assertThat(page.locator("h1")).hasText("Nothing on your wish list yet");
        }
    }

    @Test
    void whatAnArticleIsCalledNeverEndsTheDataThatMachinesRead() throws Exception {
        var sku = hostile();
        var id = catalog.bySku(sku).orElseThrow().id();
        var page = get("/shop/product/" + id);
        var data = DATA.matcher(page).results().map(FindingPagesTest::data).toList();
        assertThat(data).hasSize(2);
        assertThat(data.getFirst().at("/name").asString()).isEqualTo(catalog.product(id).orElseThrow().title("en"));
        assertThat(data.getFirst().at("/offers/price").asString()).isEqualTo("12.34");
        assertThat(data.getFirst().at("/offers/priceCurrency").asString()).isEqualTo("GBP");
        assertThat(data.getFirst().at("/offers/availability").asString()).isEqualTo("https://schema.org/OutOfStock");
        assertThat(data.get(1).at("/itemListElement/1/item").asString()).isEqualTo(at("/shop/category/nasty-caps"));
        assertThat(page).doesNotContain("<script>alert").contains("<link rel=\"canonical\" href=\"" + at("/shop/product/" + id) + "\">");
        assertThat(page).contains("og:image").doesNotContain("noindex");

        var items = xml(get("/feeds/products.xml")).getElementsByTagName("item");
        assertThat(items.getLength()).isPositive();
        assertThat(get("/feeds/products.xml")).contains("<g:id>" + sku + "</g:id>", "Nasty &lt;/script", "<g:price>12.34 GBP</g:price>");
        emporium.stock(sku, Emporium.YORK, 2);
        assertThat(get("/feeds/local-inventory/york.tsv")).contains("york\t" + sku + "\t2\t12.34 GBP\tlimited_availability\n");
        assertThat(get("/feeds/local-inventory/leeds.tsv")).doesNotContain("york\t");
        assertThat(get("/shop/product/" + id)).contains("https://schema.org/InStock");
    }

    /** One price: on the shelf, on the page, for machines, and what it was before. */
    @Test
    void whatAPromotionTakesOffAPieceStandsWhereverItsPriceDoes() throws Exception {
        var sku = hostile();
        var id = catalog.bySku(sku).orElseThrow().id();
        assertThat(get("/shop/category/nasty-caps")).doesNotContain("<s class");
        var sale = new Promotion(
                new PromotionId("finding-sale"), "Cap week", new Offer.Percent(2000), Goods.on("nasty"), Reach.EVERYWHERE, null, 0, 10, Combination.STACKING, true);
        assertThat(promotions.save(sale, new Expected.Nothing(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);

        assertThat(get("/shop/category/nasty-caps")).contains("£9.87</span>", "£12.34</s>");
        assertThat(get("/shop/product/" + id)).contains("£9.87</span>", "£12.34</s>", "Cap week", "\"price\":\"9.87\"");
        assertThat(get("/feeds/products.xml")).contains("<g:price>12.34 GBP</g:price>", "<g:sale_price>9.87 GBP</g:sale_price>");

        var over = new Promotion(sale.id(), sale.name(), sale.offer(), sale.goods(), sale.reach(), null, 0, 10, Combination.STACKING, false);
        assertThat(promotions.save(over, new Expected.Something(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        assertThat(get("/feeds/products.xml")).doesNotContain("sale_price");
    }

    @Test
    void whereItIsSoldOutThePageSaysWhenMoreIsExpected() throws Exception {
        var sku = emporium.article("Beret", "Nasty/Caps", 1500, "One");
        var page = "/shop/product/" + catalog.bySku(sku).orElseThrow().id();
        var supplier = new SupplierId(ids.next());
        var _ = suppliers.save(new Supplier(supplier, "Hats " + supplier, null, 14), new Expected.Nothing(), Touchpoint.SYSTEM);
        assertThat(get(page)).contains("Not available for delivery").doesNotContain("more expected");
        var wish = new NewPurchaseOrder(
                "beret-" + sku,
                supplier,
                Emporium.YORK,
                Currency.getInstance("GBP"),
                LocalDate.parse("2099-12-03"),
                Map.of(sku, new Wanted(Quantity.of(5), null)));
        var order = ((PurchaseOutcome.Done) purchasing.draft(wish, Touchpoint.SYSTEM)).order().id();
        assertThat(get(page)).as("nobody was asked yet").doesNotContain("more expected");
        assertThat(purchasing.place(order, Touchpoint.SYSTEM)).isInstanceOf(PurchaseOutcome.Done.class);
        assertThat(get(page)).contains("more expected on Thursday, 3 December");
        emporium.stock(sku, Emporium.YORK, 1);
        assertThat(get(page)).as("there is one").doesNotContain("more expected");
    }

    @Test
    void enginesAreLedToEveryPageAndAskedPastWhatIsNobodyElses() throws Exception {
        var sku = hostile();
        assertThat(get("/robots.txt")).contains("Disallow: /shop/cart", "Sitemap: " + at("/sitemap.xml"));
        var parts = xml(get("/sitemap.xml")).getElementsByTagName("loc");
        var pages = new StringBuilder();
        for (int i = 0; i < parts.getLength(); i++) {
            var part = get(URI.create(parts.item(i).getTextContent()).getPath());
            assertThat(xml(part).getDocumentElement().getNodeName()).isEqualTo("urlset");
            pages.append(part);
        }
        assertThat(pages).contains(at("/shop/product/" + catalog.bySku(sku).orElseThrow().id()), at("/shop/stores/leeds"), at("/shop/category/nasty-caps"));
        assertThat(get("/shop/search?q=cap")).contains("noindex");
        assertThat(get("/shop/category/nasty-caps")).doesNotContain("noindex");
        assertThat(get("/shop/category/nasty-caps?sort=cheapest")).contains("noindex", "href=\"" + at("/shop/category/nasty-caps") + "\"");
        var store = DATA.matcher(get("/shop/stores/leeds")).results().map(FindingPagesTest::data).toList().getFirst();
        assertThat(store.at("/@type").asString()).isEqualTo("Store");
        assertThat(store.at("/address/postalCode").asString()).isEqualTo("LS1 4AB");
        assertThat(store.at("/openingHoursSpecification")).hasSize(7);
    }

    /** Sold out at 12.34. */
    private Sku hostile() {
        var sku = emporium.article("Cap", "Nasty/Caps", 1234, "One");
        var plain = NewProduct.of(catalog.bySku(sku).orElseThrow());
        var texts = Map.of("en", new Text(HOSTILE.replace("\u0007", ""), HOSTILE));
        var _ = catalog.publish(
                new NewProduct(plain.code(), texts, plain.category(), HOSTILE, plain.taxCategory(), Map.of(HOSTILE, HOSTILE), List.of(), plain.variants()),
                Touchpoint.SYSTEM);
        return sku;
    }

    private static JsonNode data(MatchResult script) {
        return Json.MAPPER.readTree(script.group(1));
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(at(path))).header("Accept-Language", "en-GB").build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }
}

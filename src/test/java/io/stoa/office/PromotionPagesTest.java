package io.stoa.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.pricing.promotions.Combination;
import io.stoa.pricing.promotions.Goods;
import io.stoa.pricing.promotions.Offer;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.PromotionId;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.pricing.promotions.Reach;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Promotions as a marketer makes them, tries them on a basket and sees them in the shop. */
@DemoTest
class PromotionPagesTest {

    private static final String PASSWORD = "a good password";
    private static final String PAGE = "/office/promotions";

    @Autowired
    private Promotions promotions;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void whatIsTriedAndSavedStandsInTheOpenShopWithinTheSecond() throws Exception {
        retailer.sellOnTheWeb();
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, retailer.store("promotions"), 9);
        var article = "/shop/product/" + catalog.bySku(mug).orElseThrow().id();
        try (var chromium = io.stoa.page.Browser.start()) {
            for (int width : List.of(1440, 390)) {
                var name = "Three for two " + ids.next();
                try (var shop = chromium.open(width, ColorScheme.DARK);
                        var office = chromium.open(width, ColorScheme.LIGHT)) {
                    shop.page().navigate(url(article));
                    var page = office.page();
                    signIn(page);
                    page.navigate(url(PAGE + "/new"));
                    assertThat(page.locator("[name=buy]")).isHidden();
                    page.locator("[name=name]").fill(name);
                    page.locator("[name=kind]").selectOption("BUY_GET");
                    assertThat(page.locator("[name=buy]")).isVisible();
                    assertThat(page.locator("[name=amount]")).isHidden();
                    page.locator("[name=skus]").fill(mug.value());
                    page.locator("[name=basket]").fill(mug + " x 3");
                    page.getByText("What would it cost?").click();
                    assertThat(page.locator("#tried")).containsText("$10.00 " + name);
                    assertThat(page.locator("#tried")).containsText("$22.00");
                    office.assertFlawless("promotion-tried");
                    assertThat(shop.page().locator("#what")).not().containsText(name);

                    page.locator("button[value=save]").click();
                    assertThat(page.locator("main")).containsText("Saved. Every door knows it now.");
                    assertThat(shop.page().locator("#what")).containsText(name);
                    shop.assertFlawless("promotion-in-the-shop");
                    page.locator("[name=active]").uncheck();
                    page.locator("button[value=save]").click();
                    assertThat(shop.page().locator("#what")).not().containsText(name);
                }
            }
        }
    }

    @Test
    void everyKindIsSavedAsItWasTypedAndShownAgain() throws Exception {
        var marketer = as(Role.MARKETER);
        var a = retailer.article("a", 1000);
        var b = retailer.article("b", 2000);
        var kinds = new TreeMap<String, Offer>(Map.of(
                "kind=PERCENT&share=12,5", new Offer.Percent(1250),
                "kind=EACH&amount=3.50", new Offer.Each(350),
                "kind=BUY_GET&buy=3&get=2&share=50&reward=" + b, new Offer.BuyGet(3, 2, 5000, Goods.of(b)),
                "kind=BUY_GET&buy=2&get=1", new Offer.BuyGet(2, 1, 10_000, null),
                "kind=TOGETHER&pieces=3&amount=10", new Offer.Together(3, 1000),
                "kind=BUNDLE&amount=25&bundle=" + a + "%0A" + b + "+x+2", new Offer.Bundle(new TreeMap<>(Map.of(a, 1, b, 2)), 2500),
                "kind=WHOLE_PERCENT&share=5%25", new Offer.WholePercent(500),
                "kind=WHOLE_AMOUNT&amount=10&minimum=50", new Offer.WholeAmount(1000)));
        for (var kind : kinds.entrySet()) {
            var form = "name=" + encoded("Kind " + ids.next()) + "&do=save&priority=7&mode=BEST_DEAL&group=sale&skus=" + a
                    + "&doors=WEB&doors=TILL&from=2031-05-01&until=2031-05-31&active=on&" + kind.getKey();
            var saved = saved(marketer, form);
            assertThat(saved.offer()).isEqualTo(kind.getValue());
            assertThat(saved.goods()).isEqualTo(Goods.of(a));
            assertThat(saved.combination()).isEqualTo(new Combination(Combination.Mode.BEST_DEAL, "sale"));
            assertThat(saved.reach().doors()).containsExactlyInAnyOrder(Channel.WEB, Channel.TILL);
            var shown = marketer.get(PAGE + "/" + saved.id()).body();
            assertThat(shown).contains("value=\"2031-05-31\"", "value=\"sale\"", ">" + a + "</textarea>", "Waits");
            var version = promotions.find(saved.id()).orElseThrow().version();
            assertThat(saved(marketer, saved.id(), form + "&version=" + version)).as("the same again").isEqualTo(saved);
            assertThat(promotions.find(saved.id()).orElseThrow().version()).isEqualTo(version);
        }
        assertThat(marketer.get(PAGE).body()).contains("12.5% off each piece", "3 for $10.00", "$10.00 off together, from $50.00 on", "3 for 2");
    }

    /** What a program said and the form does not show stays as it was. */
    @Test
    void savingAFormTakesNothingAwayThatItDoesNotShow() throws Exception {
        var marketer = as(Role.MARKETER);
        var mug = retailer.article("mug", 1000);
        var reach = new Reach(
                Set.of(Channel.SMS, Channel.WEB), Set.of("nowhere"), Instant.parse("2031-05-01T10:30:00Z"), Instant.parse("2031-05-01T14:00:00Z"));
        var shelf = Objects.requireNonNull(catalog.items(List.of(mug)).get(mug)).shelves().iterator().next();
        var offer = new Offer.BuyGet(1, 1, 5000, Goods.on(shelf));
        var flash = new Promotion(
                new PromotionId("flash-" + ids.next()), "Flash", offer, Goods.of(mug), reach, Currency.getInstance("EUR"), 5000, 3, Combination.STACKING, true);
        assertThat(promotions.save(flash, new Expected.Nothing(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        var path = PAGE + "/" + flash.id();
        var page = marketer.get(path).body();
        assertThat(page).contains("(EUR)", "value=\"nowhere\" checked", "value=\"SMS\" checked");
        var form = "name=Flash+sale&do=save&kind=BUY_GET&buy=1&get=1&share=50&skus=" + mug + "&rewardShelves=" + shelf
                + "&doors=SMS&doors=WEB&groups=nowhere&from=2031-05-01&until=2031-05-01&minimum=50.00&priority=3&mode=STACKING&active=on";
        var version = promotions.find(flash.id()).orElseThrow().version();
        var saved = saved(marketer, flash.id(), form + "&version=" + version);
        assertThat(saved).isEqualTo(new Promotion(
                flash.id(), "Flash sale", offer, flash.goods(), reach, flash.currency(), 5000, 3, Combination.STACKING, true));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSaved() throws Exception {
        var marketer = as(Role.MARKETER);
        int before = promotions.all().size();
        var wrong = marketer.submit(PAGE + "/new", "name=&do=save&kind=PERCENT&share=200&skus=no-such-article&mode=EXCLUSIVE&group=&priority=x"
                + "&minimum=much&from=2031-05-31&until=2031-05-01");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"name-error\"", "id=\"share-error\"", "id=\"group-error\"", "id=\"priority-error\"", "id=\"minimum-error\"", "id=\"until-error\"")
                .contains("There is no article no-such-article.", "value=\"200\"");
        for (var kind : List.of("BUNDLE&amount=1&bundle=two words", "TOGETHER&pieces=1&amount=1", "EACH&amount=0", "BUY_GET&buy=0&get=1", "NONE")) {
            var answer = marketer.submit(PAGE + "/new", "name=x&do=save&priority=1&kind=" + kind.replace(" ", "+"));
            assertThat(answer.statusCode()).as(kind).isEqualTo(422);
        }
        assertThat(promotions.all()).hasSize(before);
        assertThat(marketer.get(PAGE + "/no-such-promotion").statusCode()).isEqualTo(404);
        assertThat(as(Role.AGENT).get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void whoComesSecondIsToldAndTheSameNameMayBeUsedAgain() throws Exception {
        var marketer = as(Role.MARKETER);
        var mug = retailer.article("mug", 1000);
        var form = "name=" + encoded("Sale " + ids.next()) + "&do=save&kind=PERCENT&share=10&priority=10&skus=" + mug + "&active=on";
        var first = saved(marketer, form);
        assertThat(saved(marketer, form).id()).isEqualTo(new PromotionId(first.id() + "-2"));
        var late = marketer.submitFrom(PAGE + "/" + first.id(), PAGE + "/" + first.id(), form.replace("share=10", "share=90") + "&version=0");
        assertThat(late.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("said=stale"));
        assertThat(promotions.find(first.id()).orElseThrow().value()).isEqualTo(first);
    }

    @Test
    void aProgramMakesAndChangesOneByItsVersion() throws Exception {
        var program = new Browser(port).bearing(tokens.issue(new NewToken("sale", Set.of(Role.MERCHANDISER), List.of(Channel.OFFICE), null)).secret());
        var mug = retailer.article("mug", 1000);
        var path = "/api/v1/promotions/api-" + ids.next();
        var body = "{\"name\":\"Bundle\",\"offer\":{\"kind\":\"BUNDLE\",\"pieces\":{\"" + mug + "\":2},\"minor\":1500},\"currency\":\"USD\",\"active\":true}";
        assertThat(program.get(path).statusCode()).isEqualTo(404);
        assertThat(program.put(path, body, "If-None-Match", "*").statusCode()).isEqualTo(201);
        assertThat(program.put(path, body).statusCode()).as("of which version?").isEqualTo(428);
        var there = program.get(path);
        assertThat(there.body()).contains("\"kind\":\"BUNDLE\"", "\"" + mug + "\":2", "\"mode\":\"STACKING\"");
        var version = there.headers().firstValue("ETag").orElseThrow();
        assertThat(program.put(path, body.replace("1500", "1400"), "If-Match", version).statusCode()).isEqualTo(200);
        assertThat(program.put(path, body.replace("1500", "1300"), "If-Match", version).statusCode()).isEqualTo(412);
        assertThat(program.put(path, body.replace("\"USD\"", "null"), "If-Match", "*").statusCode()).as("an amount of what?").isEqualTo(400);
        assertThat(program.put(path, body.replace("BUNDLE", "GIFT"), "If-Match", "*").statusCode()).isEqualTo(400);
        assertThat(program.get("/api/v1/promotions").body()).contains("\"minor\":1400");
    }

    private Promotion saved(Browser browser, String form) throws Exception {
        return saved(browser.submit(PAGE + "/new", form).headers().firstValue("Location").orElseThrow());
    }

    private Promotion saved(Browser browser, PromotionId id, String form) throws Exception {
        return saved(browser.submitFrom(PAGE + "/" + id, PAGE + "/" + id, form).headers().firstValue("Location").orElseThrow());
    }

    private Promotion saved(String location) {
        assertThat(location).endsWith("?said=saved");
        var id = location.replaceAll(".*/|\\?.*", "");
        return promotions.find(new PromotionId(id)).orElseThrow().value();
    }

    private void signIn(Page page) {
        page.navigate(url(PAGE));
        page.locator("input[name=name]").fill(login(Role.MARKETER).value());
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.locator("h1").waitFor();
    }

    private Browser as(Role role) throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login(role).value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private Login login(Role role) {
        var login = new Login("promo" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        return login;
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.brand.Brand;
import io.stoa.brand.BrandKit;
import io.stoa.brand.Colour;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The brand kit as a marketer changes it. */
@StoaTest
class BrandPageTest {

    private static final String PASSWORD = "a good password";
    private static final String PAGE = "/office/brand";

    @Autowired
    private Brand brand;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    /** Other tests look at pages of the same house. */
    @AfterEach
    void takeOff() {
        var _ = brand.save(BrandKit.OWN, new Expected.Something(), Touchpoint.SYSTEM);
    }

    @Test
    void whatIsSavedStandsOnEveryPageAndCanBeTakenBack() throws Exception {
        var browser = as(Role.MARKETER);
        var before = brand.kit().version();
        var saved = browser.submit(PAGE, form(before, "Fern & Fable", "#8a1f5c", "Made to be worn"));
        assertThat(saved.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("said=saved"));
        assertThat(browser.get("/shop").body())
                .contains("Fern &amp; Fable", "Made to be worn", "href=\"/brand/" + (before + 1) + "/brand.css?", "rel=\"manifest\"")
                .doesNotContain("One shop, wherever you are");
        assertThat(browser.get("/shop?lang=de").body()).contains("Fern &amp; Fable", "Ein Laden, wo immer Sie sind");
        assertThat(browser.get("/sign-in").body()).contains("Fern &amp; Fable");

        var again = browser.submitFrom(PAGE, PAGE + "/" + before + "/again", "");
        assertThat(again.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("said=again"));
        assertThat(browser.get("/shop?lang=en").body()).doesNotContain("Fern").contains("One shop, wherever you are");
        assertThat(browser.submitFrom(PAGE, PAGE + "/999999/again", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoComesSecondIsToldAndKeepsWhatTheyTyped() throws Exception {
        var browser = as(Role.MANAGER);
        var seen = brand.kit().version();
        assertThat(browser.submit(PAGE, form(seen, "First", "#8a1f5c", "")).statusCode()).isEqualTo(302);

        var second = browser.submit(PAGE, form(seen, "Second", "#8a1f5c", ""));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Somebody else changed the brand", "value=\"Second\"", "name=\"version\" value=\"" + (seen + 1));
        assertThat(brand.now().name()).isEqualTo("First");
    }

    @Test
    void whatIsMissingOrTooLongIsSaidBesideTheField() throws Exception {
        var browser = as(Role.MARKETER);
        var answer = browser.submit(PAGE, form(brand.kit().version(), " ", "teal", "x".repeat(BrandKit.WORDS_MAX + 1)));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Write a name of 1 to 40 characters", "Choose a colour", "At most 120 characters");
        assertThat(browser.get(PAGE + "?lang=de").body()).contains("An jeder Tür verwenden").doesNotContain("office.");
    }

    @Test
    void aLookCanBeTakenWithoutScriptAndSavesNothing() throws Exception {
        var browser = as(Role.MARKETER);
        var before = brand.kit().version();
        var look = browser.get(PAGE + "/preview?whole=yes&" + form(before, "Fern", "#ffe000", "Hello"));

        assertThat(look.body()).contains("This is only a look", "Text in this colour could not be read", "preview.css?colour=ffe000");
        assertThat(browser.get(PAGE + "/preview.css?colour=ffe000&corners=ROUND").body())
                .startsWith(".preview {")
                .contains("--accent: light-dark(", "--round: 14px");
        assertThat(brand.kit().version()).isEqualTo(before);
    }

    @Test
    void whatIsTooLargeIsSaidOnAPageOfTheHouse() throws Exception {
        var answer = as(Role.MARKETER).post(PAGE, "name=" + "x".repeat(1_200_000));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("That is too large", "choose a smaller file", "href=\"/office\"");
    }

    /** Over the API a house may greet in more languages than the form has fields. */
    @Test
    void wordsOfOtherLanguagesOutliveTheForm() throws Exception {
        var kit = new BrandKit("Fern", Colour.OWN, BrandKit.Typeface.HOUSE, BrandKit.Corners.SOFT, null,
                Map.of("fr", "Bonjour"), Map.of());
        var _ = brand.save(kit, new Expected.Something(), Touchpoint.SYSTEM);
        var saved = as(Role.MARKETER).submit(PAGE, form(brand.kit().version(), "Fern", "#8a1f5c", "Hello"));
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(brand.kit().value().strapline()).containsOnly(Map.entry("fr", "Bonjour"), Map.entry("en", "Hello"));
    }

    @Test
    void aProgramReadsAndChangesTheKitByItsVersion() throws Exception {
        var marketer = as(Role.MARKETER);
        var seen = marketer.get("/api/v1/brand");
        assertThat(seen.body()).contains("\"name\":\"Stoa\"", "\"colour\":\"#0f5d78\"");
        var token = new Browser(port).bearing(tokens.issue(new NewToken("shop", Set.of(Role.MARKETER), List.of(Channel.WEB), null)).secret());
        assertThat(token.put("/api/v1/brand", seen.body()).statusCode()).isEqualTo(428);
        assertThat(token.put("/api/v1/brand", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void thoseWhoDoNotMakeTheBrandSeeNothingOfIt() throws Exception {
        var agent = as(Role.AGENT);
        assertThat(agent.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(agent.get("/office").body()).doesNotContain("href=\"" + PAGE + "\"");
        assertThat(agent.submitFrom("/office/orders", PAGE, form(0, "Mine", "#8a1f5c", "")).statusCode()).isEqualTo(403);
    }

    @Test
    void aLogoIsBroughtLookedIntoAndTakenOffAgain() {
        try (var chromium = io.stoa.page.Browser.start();
                var refused = chromium.open(1440, ColorScheme.LIGHT);
                var window = chromium.open(390, ColorScheme.LIGHT)) {
            signIn(refused.page());
            bring(refused.page(), "spy.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
            assertThat(refused.page().locator("#picture-error").textContent()).contains("does more than draw");
            assertThat(brand.now().logo()).isNull();

            refused.page().locator("input[name=name]").fill("");
            bring(refused.page(), "dot.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>");
            assertThat(refused.page().locator("#name-error").textContent()).contains("Write a name");
            refused.page().locator("input[name=name]").fill("Dot");
            refused.page().locator("main button.main").click();
            refused.page().waitForURL("**said=saved");
            assertThat(brand.now().logo()).as("the picture is not asked for twice").isNotNull();

            var page = window.page();
            signIn(page);
            bring(page, "logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 16'><rect width='60' height='16'/></svg>");
            page.waitForURL("**said=saved");
            assertThat(page.locator("header .wordmark img").getAttribute("src")).isEqualTo(brand.now().logo());
            assertThat(page.locator("header .wordmark img").evaluate("one => one.complete && one.naturalWidth > 0")).isEqualTo(true);
            window.assertFlawless();

            page.locator("input[name=without]").check();
            page.locator("main button.main").click();
            page.waitForSelector("header .wordmark span");
            assertThat(brand.now().logo()).isNull();
        }
    }

    private static void bring(Page page, String name, String drawing) {
        page.locator("#picture").setInputFiles(new FilePayload(name, "image/svg+xml", drawing.getBytes(StandardCharsets.UTF_8)));
        page.locator("main button.main").click();
        page.waitForLoadState();
    }

    private void signIn(Page page) {
        page.navigate("http://127.0.0.1:" + port + PAGE);
        page.locator("input[name=name]").fill(account(Role.MARKETER));
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**" + PAGE + "**");
    }

    private static String form(long version, String name, String colour, String greeting) {
        return "version=" + version + "&typeface=HOUSE&corners=SOFT&colour=" + encoded(colour) + "&name=" + encoded(name)
                + "&strapline-en=" + encoded(greeting);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser as(Role role) throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, account(role), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private String account(Role role) {
        var login = new Login("b" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        return login.value();
    }
}

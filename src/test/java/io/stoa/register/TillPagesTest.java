package io.stoa.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.Retailer;
import io.stoa.DemoTest;
import io.stoa.giftcards.GiftCards;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome;
import io.stoa.page.Browser;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.staff.Staff;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The till in a real browser: with a scanner and the keyboard alone, wide and narrow, light and dark. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TillPagesTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Orders orders;

    @Autowired
    private GiftCards cards;

    @Value("${local.server.port}")
    private int port;

    private Browser browser;

    @BeforeAll
    void startBrowser() {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void whatThereIsToPrepareComesByItselfAndIsGivenBackWithKeysAlone() {
        var store = retailer.store("prepares");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = till(window, store);
            page.navigate("http://localhost:" + port + "/till/pickups");
            assertThat(page.locator("html[data-live-state=open]")).hasCount(1);
            assertThat(page.locator("#tasks")).containsText("Nothing to prepare");
            page.evaluate("window.sameDocument = true");
            var placed = (PlaceOutcome.Placed) orders.place(
                    Retailer.order(new Delivery.Collect(store), Retailer.card("tok_approve"), Retailer.line(mug, 1)));
            var task = page.locator("#tasks .till-task");
            assertThat(task).containsText("Order " + placed.order(), new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            org.assertj.core.api.Assertions.assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            task.locator("summary").focus();
            page.keyboard().press("Enter");
            window.assertFlawless();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/till-reject.png")).setFullPage(true));
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            assertThat(page.locator("button[value=DAMAGED]")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator(".note.good")).containsText("is given back");
            window.assertFlawless();
        }
    }

    @Test
    void aSaleIsMadeWithoutScript() {
        var store = retailer.store("plain");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        try (var window = browser.openWithoutScript()) {
            var page = window.page();
            page.navigate(home("/till"));
            page.locator("#name").fill(Associate.account(store, staff));
            page.locator("#password").fill(Associate.password());
            page.locator("form[action='/sign-in'] button").click();
            page.locator("input[name=code]").fill(mug.value());
            page.keyboard().press("Enter");
            assertThat(total(page)).containsText("$11.00");
            page.locator(".till-lines input[name=quantity]").fill("3");
            page.keyboard().press("Enter");
            assertThat(total(page)).containsText("$33.00");
            page.locator(".till-lines button[name=set]").last().click();
            assertThat(page.locator(".till-basket")).containsText("Removed: mug");
            page.locator("form[action='/till/undo'] button").click();
            assertThat(total(page)).containsText("$33.00");
            page.locator("a[href='/till?step=cash']").click();
            page.locator("#given").fill("20");
            page.keyboard().press("Enter");
            assertThat(page.locator(".till-next")).containsText("$13.00");
            page.locator("#given").fill("40");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-change]")).containsText("$7.00");
            assertThat(page.locator(".receipt")).containsText("mug");
        }
    }

    @Test
    void aSaleTakesAScannerAndKeysAlone() {
        var store = retailer.store("keys");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = till(window, store);
            scan(page, mug);
            assertThat(total(page)).containsText("$11.00");
            page.keyboard().press("PageUp");
            assertThat(total(page)).containsText("$22.00");
            page.keyboard().press("F6");
            assertThat(page.locator(".note")).containsText("Removed: mug");
            page.keyboard().press("F7");
            assertThat(total(page)).containsText("$22.00");
            page.keyboard().press("F8");
            assertThat(page.locator("#given")).isFocused();
            page.keyboard().type("25");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-change]")).containsText("$3.00");
            page.keyboard().press("F2");
            assertThat(page.locator("input[name=code]")).isFocused();
            window.assertFlawless();
        }
    }

    @Test
    void coinsAGiftCardAndACardPayOneSaleWithKeysAlone() {
        var store = retailer.store("parts");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var gift = cards.issue("till-" + mug, Money.of(350, "USD"), Retailer.WEB).code().orElseThrow();
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = till(window, store);
            scan(page, mug);
            page.keyboard().press("F8");
            assertThat(page.locator("#given")).isFocused();
            page.keyboard().type("5");
            page.locator("button[formaction='/till/parts']").press("Enter");
            assertThat(page.locator("[data-due]")).containsText("$6.00");
            page.locator("input[name=code]").fill(mug.value());
            page.keyboard().press("Enter");
            assertThat(page.locator(".note")).containsText("A part of this basket is paid already");
            page.keyboard().press("F11");
            assertThat(page.locator("#code")).isFocused();
            page.keyboard().type("nothing");
            page.keyboard().press("Enter");
            assertThat(page.locator(".note")).containsText("Declined");
            assertThat(page.locator("#code")).isFocused();
            page.keyboard().type(gift.value().toLowerCase(Locale.ROOT).replace('-', ' '));
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-due]")).containsText("$2.50");
            see(window, "parts");
            page.locator("form[action='/till/parts/back'] button").click();
            assertThat(page.locator(".note")).containsText("5.00 in cash");
            assertThat(total(page)).containsText("$11.00");
            page.keyboard().press("F8");
            assertThat(page.locator("#given")).isFocused();
            page.keyboard().type("5");
            page.locator("button[formaction='/till/parts']").press("Enter");
            assertThat(page.locator("[data-due]")).containsText("$6.00");
            page.keyboard().press("F8");
            assertThat(page.locator("#given")).isFocused();
            page.keyboard().type("10");
            page.keyboard().press("Enter");
            assertThat(page.locator("[data-change]")).containsText("$4.00");
            assertThat(page.locator(".receipt")).containsText("$15.00");
            window.assertFlawless();
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, LIGHT", "1440, DARK", "390, LIGHT", "390, DARK"})
    void everyPageIsFlawless(int width, ColorScheme scheme) {
        var here = retailer.store("look", 42);
        var near = retailer.store("look-near", 42.1);
        var mug = retailer.article("mug", 1250);
        var plate = retailer.article("plate-with-a-very-long-name-that-goes-on", 129900);
        retailer.stock(mug, here, 12);
        retailer.stock(plate, near, 2);
        try (var window = browser.open(width, scheme)) {
            var page = till(window, here);
            see(window, "empty");
            scan(page, mug);
            scan(page, plate);
            assertThat(page.locator(".till-problem")).containsText("None left here");
            see(window, "short");
            scan(page, "mug");
            assertThat(page.locator(".till-hits")).containsText("mug");
            see(window, "search");
            page.navigate(home("/till/stock?q=" + plate));
            see(window, "stock");
            page.navigate(home("/till?step=customer"));
            see(window, "customer");
            page.navigate(home("/till"));
            page.locator("button:has-text('from there')").click();
            assertThat(page.locator(".till-to")).isVisible();
            see(window, "mixed");
            page.navigate(home("/till?step=cash"));
            page.locator("button:has-text('Send it there')").click();
            assertThat(page.locator("#name-error")).isVisible();
            see(window, "address");
            page.locator("#name").fill("Bartholomäus Freiherr von Schwarzenberg");
            page.locator("#line1").fill("1 Main Street");
            page.locator("#city").fill("Marlborough");
            page.locator("button:has-text('Send it there')").click();
            assertThat(page.locator(".till-to")).containsText("1 Main Street");
            page.navigate(home("/till?step=card"));
            see(window, "card");
            page.navigate(home("/till?step=cash"));
            see(window, "cash");
            page.locator(".till-notes button").last().click();
            assertThat(page.locator("h1:has-text('Sold')")).isVisible();
            see(window, "receipt");
        }
    }

    private Page till(Browser.Window window, LocationId store) {
        var page = window.page();
        page.navigate(home("/till"));
        page.locator("#name").fill(Associate.account(store, staff));
        page.locator("#password").fill(Associate.password());
        page.locator("button[type=submit]").first().click();
        assertThat(page.locator("input[name=code]")).isFocused();
        return page;
    }

    private static void scan(Page page, Sku sku) {
        scan(page, sku.value());
        assertThat(page.locator(".till-lines input[value='" + sku + "']").first()).isAttached();
    }

    /** A scanner types and ends with Enter, wherever the focus is supposed to be. */
    private static void scan(Page page, String code) {
        assertThat(page.locator("input[name=code]")).isFocused();
        page.keyboard().type(code);
        page.keyboard().press("Enter");
    }

    private static Locator total(Page page) {
        return page.locator("[data-total]");
    }

    private static void see(Browser.Window window, String what) {
        var pictures = System.getenv("TILL_PICTURES");
        if (pictures != null) {
            var page = window.page();
            var dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches") == Boolean.TRUE ? "dark" : "light";
            var name = what + "-" + page.viewportSize().width + "-" + dark + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(pictures, name)).setFullPage(true));
        }
        window.assertFlawless();
    }

    private String home(String path) {
        return "http://localhost:" + port + path;
    }
}

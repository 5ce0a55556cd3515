package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.SlowWrites;
import io.stoa.catalog.Catalog;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.page.Browser;
import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Pricing;
import io.stoa.search.Search;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks through the web shop in a real browser, as a guest, against the whole application. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopTest {

    private static final int STOPS_MAX = 120;

    /** Nothing when the focus has an outline that stands on the page, else what has none. */
    private static final String FOCUS_SEEN = """
            () => {
                const one = document.activeElement
                const marked = [one, one.closest('.choice')].filter(Boolean).some(it => getComputedStyle(it).outlineStyle !== 'none')
                const box = one.getBoundingClientRect()
                const covering = document.elementFromPoint(
                    Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1))
                const inSight = box.bottom > 0 && box.top < innerHeight
                const free = covering === null || one.contains(covering) || covering.contains(one) || covering.closest('label,.choice,.search') !== null
                return marked && inSight && free ? '' : one.outerHTML.slice(0, 200) + ' marked ' + marked + ' in sight ' + inSight
                    + ' covered by ' + (free ? 'nothing' : covering.outerHTML.slice(0, 200))
            }
            """;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Search search;

    @Autowired
    Coupons coupons;

    @Autowired
    StockSentences sentences;

    private Emporium emporium;
    private Browser browser;

    @BeforeAll
    void open(
            @Autowired Catalog catalog,
            @Autowired Locations locations,
            @Autowired Pricing pricing,
            @Autowired Inventory inventory) {
        emporium = new Emporium(catalog, locations, pricing, inventory);
        emporium.open();
        browser = Browser.start();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aGuestBuysWithTheKeyboardAlone() {
        var coat = emporium.article("Men's Coat (Brown)", "Men's/Coats", 8990, "M", "L");
        emporium.stock(coat, Emporium.LEEDS, 7);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = go(window, "/shop");
            window.assertFlawless();
            page.keyboard().press("/");
            page.keyboard().type("brown coat");
            page.keyboard().press("Enter");
            press(page, "a:text-is(\"Men's Coat (Brown)\")");
            assertThat(page.locator("#stock")).containsText("7 left in Leeds");
            window.assertFlawless();
            press(page, ".buy button.main");
            window.assertFlawless();
            press(page, "a:text-is('Check out')");
            fill(page, "name", "A guest");
            fill(page, "email", "guest@example.com");
            fill(page, "line1", "3 Elm Row");
            fill(page, "city", "Leeds");
            fill(page, "postcode", "LS1 4AB");
            page.locator("#country").selectOption("GB");
            window.assertFlawless();
            press(page, "button:has-text('Pay £89.90')");
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
            assertThat(page.locator(".trail")).containsText("Paid");
            assertThat(page.locator(".trail li").last()).containsText("With you by");
            assertThat(page.locator(".sums")).containsText("Paid by card");
            window.assertFlawless();
        }
    }

    /** No pointer and no shortcut: Tab, arrows, Enter and the letters. Wherever the focus is, it is seen. */
    @Test
    void aGuestWhoOnlyTabsBuysOnAPhone() {
        var coat = emporium.article("Men's Coat (Beige)", "Men's/Coats", 8990, "M", "L");
        emporium.stock(coat, Emporium.LEEDS, 7);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = go(window, "/shop");
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            page.keyboard().press("Shift+Tab");
            go(window, "/shop");
            tabTo(page, "input[type=search]");
            page.keyboard().type("beige coat");
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile("q=beige"));
            tabTo(page, "a:text-is(\"Men's Coat (Beige)\")");
            page.keyboard().press("Enter");
            tabTo(page, ".buy button.main");
            page.keyboard().press("Enter");
            tabTo(page, "button[aria-label='One more']");
            page.keyboard().press("Enter");
            assertThat(page.locator("#cart")).containsText("£179.80");
            assertThat(page.locator("button[aria-label='One more']")).isFocused();
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Shift+Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#cart")).not().containsText("£179.80");
            tabTo(page, "a:text-is('Check out')");
            page.keyboard().press("Enter");
            for (var field : List.of("name=A guest", "email=guest@example.com", "line1=3 Elm Row", "city=Leeds", "postcode=LS1 4AB")) {
                tabTo(page, "#" + field.substring(0, field.indexOf('=')));
                page.keyboard().type(field.substring(field.indexOf('=') + 1));
            }
            tabTo(page, "#country");
            page.keyboard().type("United K");
            assertThat(page.locator("#country")).hasValue("GB");
            tabTo(page, "button:has-text('Pay £89.90')");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
            window.assertFlawless();
        }
    }

    /** Goes on from stop to stop until the wanted one, and fails where nobody sees the focus. */
    private static void tabTo(Page page, String selector) {
        var target = page.locator(selector).first();
        target.waitFor();
        for (int stop = 0; stop < STOPS_MAX; stop++) {
            page.keyboard().press("Tab");
            org.assertj.core.api.Assertions.assertThat(page.evaluate(FOCUS_SEEN)).as("focus before " + selector).isEqualTo("");
            if (target.evaluate("one => one === document.activeElement").equals(true)) {
                return;
            }
        }
        throw new AssertionError("No key leads to " + selector);
    }

    @Test
    void everyMissingThingIsSaidBesideItsField() {
        var dress = inCartOf("Women's Dress (Red)", 3);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = addToCart(window, dress);
            go(window, "/shop/checkout");
            page.locator("#email").fill("guest@");
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator(".note.stop")).containsText("5 things are missing or not right");
            assertThat(page.locator("#email-error")).containsText("name@example.com");
            assertThat(page.locator("#email")).hasValue("guest@");
            assertThat(page.locator("#name")).isFocused();
            page.locator("#name").fill("A guest");
            assertThat(page.locator("#name[aria-invalid], #name[aria-describedby]")).hasCount(0);
            assertThat(page.locator("#name-error")).isHidden();
            assertThat(page.locator("#city-error")).isVisible();
            fillAddress(page);
            page.locator("#postcode").fill("12");
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator(".note.stop")).containsText("One thing is missing or not right");
            assertThat(page.locator("#postcode-error")).containsText("the whole postcode");
        }
    }

    @Test
    void goodsAreCollectedWhereEverythingIsAndAnotherCardMayPay() {
        var socks = inCartOf("Boy's Socks (Grey)", 5);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = addToCart(window, socks);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            assertThat(page.locator("input[name=store][value=york]")).isDisabled();
            page.locator("input[name=store][value=leeds]").check();
            assertThat(page.locator(".if-collect .choice:has-text('Leeds')")).containsText("12 Long Street, Leeds, LS1 4AB");
            page.locator("#name").fill("A guest");
            page.locator("#email").fill("guest@example.com");
            page.locator("input[value=tok_decline]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator(".note.stop")).containsText("declined");
            page.locator("input[value=tok_approve]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. Leeds gets it ready for you.");
            assertThat(page.locator(".trail li").last()).containsText(Pattern.compile("Ready to collect\\s*(today|tomorrow) from"));
            window.assertFlawless();
            page.navigate(page.url() + "?declined");
            assertThat(page.locator("h1")).hasText("Thank you. Leeds gets it ready for you.");
            assertThat(page.locator(".note.stop")).hasCount(0);
            page.locator("summary:has-text('Cancel order')").click();
            page.locator("button:has-text('Cancel order')").click();
            assertThat(page.locator("h1")).hasText("This order is cancelled");
            assertThat(page.locator("main")).containsText("comes back to you, the way you paid");
            assertThat(page.locator("main")).not().containsText("Collect in Leeds");
            assertThat(page.locator(".trail")).not().containsText("The store need not do it");
            go(window, "/shop/stock/" + socks);
            assertThat(page.locator("body")).containsText("5 left in Leeds");
        }
    }

    /** Leeds has the scarf alone, and both are in York; without script what is ticked wrongly is said beside it. */
    @Test
    void oneOrderIsDeliveredInPartAndCollectedInPart() {
        var scarf = emporium.article("Women's Scarf (Blue)", "Women's/Scarves", 2000, "One");
        var hat = emporium.article("Women's Hat (Red)", "Women's/Hats", 1500, "One");
        emporium.stock(scarf, Emporium.LEEDS, 5);
        emporium.stock(scarf, Emporium.YORK, 5);
        emporium.stock(hat, Emporium.YORK, 5);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            addToCart(window, scarf);
            var page = addToCart(window, hat);
            go(window, "/shop/checkout");
            assertThat(page.locator("#both")).isHidden();
            page.locator("input[value=BOTH]").check();
            page.locator("#at-york").check();
            assertThat(page.locator("input[name=collected]:checked")).hasCount(0);
            page.locator("#at-leeds").check();
            assertThat(page.locator("input[name=collected]:checked")).hasValue(scarf.value());
            assertThat(page.locator("#at-leeds")).isFocused();
            assertThat(page.locator(".ticks .choice:has(:checked)")).containsText("Collect in Leeds");
            assertThat(page.locator(".ticks .choice:not(:has(:checked))")).containsText("With you by");
            fillAddress(page);
            window.assertFlawless();
            page.locator("button:has-text('Pay £35.00')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack one part, and Leeds gets the other ready for you.");
            assertThat(page.locator("section:has(h2:text-is('Delivery to'))")).containsText("Women's Hat (Red)");
            assertThat(page.locator("section:has(h2:text-is('Collect in Leeds'))")).containsText("Women's Scarf (Blue)");
            assertThat(page.locator(".trail .ahead")).containsText(new String[] {"With you by", "Ready to collect"});
            page.locator("summary:has-text('Collect in another store')").click();
            window.assertFlawless();
            page.locator("button:has-text('Collect there')").click();
            assertThat(page.locator("h2:has-text('Collect in York')")).isVisible();
        }
        try (var window = browser.openWithoutScript()) {
            addToCart(window, scarf);
            var page = addToCart(window, hat);
            go(window, "/shop/checkout");
            page.locator("input[value=BOTH]").check();
            page.locator("#at-leeds").check();
            page.locator("#collect-" + hat.value()).check();
            page.locator("#collect-" + scarf.value()).uncheck();
            fillAddress(page);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("#both .error")).containsText("Leeds does not have all that is ticked");
            page.locator("#at-york").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack one part, and York gets the other ready for you.");
            assertThat(page.locator("section:has(h2:text-is('Collect in York'))")).containsText("Women's Hat (Red)");
        }
    }

    @Test
    void whatIsNotBegunIsCollectedElsewhereOnWish() {
        var cap = emporium.article("Men's Cap (Navy)", "Men's/Hats", 2500, "One");
        emporium.stock(cap, Emporium.LEEDS, 1);
        emporium.stock(cap, Emporium.YORK, 1);
        try (var window = browser.open(1440, ColorScheme.DARK)) {
            var page = addToCart(window, cap);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("input[name=store][value=leeds]").check();
            page.locator("#name").fill("A guest");
            page.locator("#email").fill("guest@example.com");
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. Leeds gets it ready for you.");
            var other = page.locator("summary:has-text('Collect in another store')");
            other.waitFor();
            other.click();
            assertThat(page.locator("details[open] .choice")).hasCount(1);
            window.assertFlawless();
            page.locator("button:has-text('Collect there')").click();
            assertThat(page.locator("h1")).hasText("Thank you. York gets it ready for you.");
            assertThat(page.locator(".trail li:has-text('You chose another store') .detail")).hasText("York");
            assertThat(page.locator(".trail")).not().containsText("took it over");
            assertThat(page.locator(".trail .wrong")).hasCount(0);
            window.assertQuiet();
        }
    }

    @Test
    void whoIsSentToTheProvidersPageMayComeBackAndPayOtherwise() {
        var hat = inCartOf("Men's Hat (Grey)", 5);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = addToCart(window, hat);
            go(window, "/shop/checkout");
            fillAddress(page);
            page.locator("input[value=page]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("main")).containsText("Test payment page");
            window.assertFlawless();
            var away = page.url();
            page.locator("a:has-text('Back without paying')").click();
            assertThat(page.locator("h1")).hasText("Your order is kept. It only has to be paid.");
            page.locator("input[value=page]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page).hasURL(away);
            page.locator("button:has-text('Decline')").click();
            assertThat(page.locator(".note.stop")).containsText("declined");
            page.locator("input[value=tok_approve]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
            window.assertQuiet();
        }
    }

    @Test
    void whoCollectsAgreesFirstToWhatItCostsThere() {
        var scarf = emporium.article("Men's Scarf (Red)", "Men's/Scarves", 2000, "One");
        emporium.offerOnTheIsland(scarf, 1750);
        emporium.stock(scarf, Emporium.ISLAND, 3);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = addToCart(window, scarf);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("input[name=store][value=st-helier]").check();
            assertThat(page.locator("#summary button")).hasText("Pay £17.50");
            window.assertFlawless();
        }
        try (var window = browser.openWithoutScript()) {
            var page = addToCart(window, scarf);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("input[name=store][value=st-helier]").check();
            page.locator("#name").fill("A guest");
            page.locator("#email").fill("guest@example.com");
            page.locator("button:has-text('Pay £20.00')").click();
            assertThat(page.locator(".note")).containsText("It is £17.50 now");
            page.locator("button:has-text('Pay £17.50')").click();
            assertThat(page.locator("h1")).hasText("Thank you. St Helier gets it ready for you.");
            assertThat(page.locator(".sums .total").last()).hasText("£17.50");
        }
    }

    @Test
    void whatOneChoseOutlivesAChangeOfStockAndAChangeOfStore() {
        var gloves = emporium.article("Women's Gloves (Blue)", "Women's/Gloves", 1500, "One");
        emporium.stock(gloves, Emporium.HULL, 9);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            await().until(() -> !search.first("gloves", "en", 1).isEmpty());
            var page = go(window, "/shop/search?q=gloves");
            assertThat(page.locator("footer a[lang=de]")).hasAttribute("href", "?q=gloves&lang=de");
            page.locator("a:text-is(\"Women's Gloves (Blue)\")").click();
            var more = page.locator(".buy [data-step='1']");
            more.click();
            more.click();
            emporium.sell(gloves, Emporium.HULL, 1);
            assertThat(page.locator("#stock")).containsText("8 left in Kingston upon Hull");
            assertThat(page.locator(".buy input[name=quantity]")).hasValue("3");
            assertThat(more).isFocused();

            var article = page.url();
            page.locator("header a:has-text('Choose your store')").click();
            page.locator("button[value=hull]").click();
            assertThat(page).hasURL(article);
            assertThat(page.locator("header")).containsText("Kingston upon Hull");
        }
    }

    @Test
    void aStoreInAnotherZonePromisesByItsOwnClockAndSaysWhich() {
        assertThat(promise("Asia/Tokyo")).matches("ready (today|tomorrow) from \\d+:\\d\\d.JST");
        assertThat(promise("Europe/London")).matches("ready (today|tomorrow) from \\d+:\\d\\d");
    }

    private String promise(String zone) {
        var hours = OpeningHours.parse("Mo-Su 10:00-11:00");
        var id = new LocationId("somewhere");
        var all = EnumSet.allOf(Capability.class);
        return sentences.pickup(new Location(id, "There", Location.Kind.STORE, null, null, ZoneId.of(zone), hours, all, "uk", true), Texts.in(Locale.UK))
                .orElseThrow();
    }

    @Test
    void aChosenStoreThatRanOutIsNamed() {
        var shawl = inCartOf("Women's Shawl (Green)", 1);
        emporium.stock(shawl, Emporium.YORK, 5);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = addToCart(window, shawl);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("input[name=store][value=leeds]").check();
            page.locator("#name").fill("A guest");
            page.locator("#email").fill("guest@example.com");
            emporium.sell(shawl, Emporium.LEEDS, 1);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator(".if-collect .error")).containsText("Leeds has not everything any more");
            assertThat(page.locator(".if-collect .choice:has-text('Leeds')")).containsText("1 article is missing there");
            page.locator("input[name=store][value=york]").check();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. York gets it ready for you.");
        }
    }

    @Test
    void whoIsTooLateIsToldAndTheCartIsKept() {
        var skirt = inCartOf("Women's Skirt (Green)", 1);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = addToCart(window, skirt);
            go(window, "/shop/checkout");
            fillAddress(page);
            emporium.sell(skirt, Emporium.LEEDS, 1);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("main")).containsText("Somebody was faster");
            go(window, "/shop/cart");
            assertThat(page.locator(".lines")).containsText("Sold out. Remove it to go on.");
            page.locator("button:has-text('Remove')").click();
            assertThat(page.locator("h1")).hasText("Your cart is empty");
        }
    }

    @Test
    void anOrderWhoseAnswerCameLateIsShownToWhoPressesAgain() {
        var shirt = inCartOf("Men's Shirt (Late)", 5);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = orderedLate(window, shirt);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Your order is kept. It only has to be paid.");
            assertThat(page.locator("main")).containsText("Men's Shirt (Late)");
            go(window, "/shop/cart");
            assertThat(page.locator("h1")).hasText("Your cart is empty");
        }
    }

    @Test
    void anOrderWhoseAnswerCameLateIsShownToWhoLooksForTheirCart() {
        var shirt = inCartOf("Men's Shirt (Later)", 5);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = orderedLate(window, shirt);
            page.evaluate("fetch('/shop/cart', { headers: { 'Stoa-Live': 'again' } }).then((answer) => answer.text())");
            go(window, "/shop/cart");
            assertThat(page.locator("h1")).hasText("Your order is kept. It only has to be paid.");
            go(window, "/shop/cart");
            assertThat(page.locator("h1")).hasText("Your cart is empty");
        }
    }

    /** A guest has pressed, was told that nothing is known, and the order is there now. */
    private Page orderedLate(Browser.Window window, Sku shirt) {
        var page = addToCart(window, shirt);
        go(window, "/shop/checkout");
        fillAddress(page);
        try (var slow = SlowWrites.begin(database, "SHIP")) {
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("main")).containsText("not known yet whether your order went through");
            slow.finish(1);
        }
        return page;
    }

    @Test
    void aGuestBuysWithoutScriptAndNobodyGuessesTheAddressOfTheOrder() {
        var shirt = inCartOf("Men's Shirt (White)", 2);
        try (var window = browser.openWithoutScript()) {
            var page = addToCart(window, shirt);
            page.locator("a:has-text('Check out')").click();
            fillAddress(page);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
            assertThat(page.locator(".trail time").first()).containsText(Pattern.compile("\\d.(GMT|BST)$"));

            var guessed = page.url().replaceFirst(".$", page.url().endsWith("A") ? "B" : "A");

            assertThat(page.navigate(guessed).status()).isEqualTo(404);
        }
    }

    /** The same coupon with and without script; what it takes off is on every page, and in the order. */
    @Test
    void aCouponIsTypedOnceAndHoldsUntilItIsUsedUp() {
        var gloves = inCartOf("Men's Gloves (Black)", 9);
        var code = "SHOP-" + gloves.value().substring(0, 3).toUpperCase(Locale.ROOT) + System.nanoTime();
        coupon(code);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = addToCart(window, gloves);
            page.locator("summary:has-text('coupon')").click();
            page.locator("#code").fill("nothing");
            page.locator("button:has-text('Use it')").click();
            assertThat(page.locator("#code-error")).containsText("There is no such coupon");
            window.assertFlawless();
            page.locator("#code").fill(code.toLowerCase(Locale.ROOT));
            page.locator("button:has-text('Use it')").click();
            assertThat(page.locator(".sums")).containsText("Coupon " + code);
            assertThat(page.locator(".sums")).containsText("−£4.99");
            assertThat(page.locator(".sums .total").last()).hasText("£14.96");
            window.assertFlawless();
            page.locator("a:has-text('Check out')").click();
            fillAddress(page);
            page.locator("#coupon").fill("");
            page.locator("#coupon").blur();
            assertThat(page.locator("button:has-text('Pay £19.95')")).isVisible();
            page.locator("#coupon").fill(code);
            page.keyboard().press("Tab");
            assertThat(page.locator("button:has-text('Pay £14.96')")).isFocused();
            window.assertFlawless();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
            assertThat(page.locator(".sums")).containsText("−£4.99");
            window.assertFlawless();
        }
        try (var window = browser.openWithoutScript()) {
            var page = addToCart(window, gloves);
            page.locator("a:has-text('Check out')").click();
            fillAddress(page);
            page.locator("summary:has-text('coupon')").click();
            page.locator("#coupon").fill("no-such-one");
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("#coupon-error")).containsText("There is no such coupon");
            assertThat(page.locator("#coupon")).hasValue("no-such-one");
            page.locator("#coupon").fill(code);
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("#coupon-error")).containsText("used up");
            page.locator("#coupon").fill("");
            page.locator("button:has-text('Pay £19.95')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
        }
    }

    private void coupon(String code) {
        var quarter = new Coupon(
                new CouponCode(code), "A quarter", Cut.Kind.PERCENT, 2500, null, 0, null, null, 1, false, true);
        org.assertj.core.api.Assertions.assertThat(coupons.save(quarter, new Expected.Nothing(), Touchpoint.SYSTEM))
                .isInstanceOf(Saved.Done.class);
    }

    @Test
    void distancesAreMeasuredFromTheChosenStore() {
        var jeans = inCartOf("Boy's Jeans (Blue)", 2);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/places");
            window.assertFlawless();
            page.locator("button[value=york]").click();
            go(window, "/shop/stock/" + jeans);
            assertThat(page.locator("body")).containsText("None in York");
            assertThat(page.locator("li:has-text('2 left in Leeds')")).containsText("22\u00a0mi");
        }
    }

    @Test
    void storesAreSortedByTheirDistanceFromATypedPostcode() {
        var jeans = inCartOf("Girl's Jeans (Blue)", 2);
        emporium.stock(jeans, Emporium.HULL, 3);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/places");
            page.locator("#near").fill("HU1 9ZZ");
            page.locator("#near").press("Enter");
            page.waitForLoadState();
            go(window, "/shop/stock/" + jeans);
            assertThat(page.locator("ul.places li").nth(1)).containsText("3 left in Kingston upon Hull");
            assertThat(page.locator("ul.places li").nth(1)).containsText("0.3\u00a0mi");
        }
    }

    @Test
    void whoChoosesALanguageGoesOnMeasuringAsTheirCountryDoes() {
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            go(window, "/shop?lang=de");
            go(window, "/shop?lang=en");
            var page = go(window, "/shop/stores");
            page.locator("#near").fill("LS1 4AB");
            page.locator(".places-near button").click();
            assertThat(page.locator(".store-list")).containsText("22\u00a0mi");
            go(window, "/shop/stores");
            assertThat(page.locator("main")).containsText("Nearest first");
            window.assertFlawless();
        }
    }

    @Test
    void theCartIsTheSameInEveryWindow() {
        var belt = inCartOf("Men's Belt (Brown)", 5);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/cart");
            var other = page.context().newPage();
            other.navigate("http://localhost:" + port + "/shop/stock/" + belt);
            other.locator(".buy button.main").click();
            assertThat(other.locator("h1")).hasText("Cart");
            assertThat(page.locator("#cart")).containsText("Men's Belt (Brown)");
            assertThat(page.locator("#to-cart .count")).hasText("1");
            other.locator(".line-tools button:has-text('Remove')").click();
            assertThat(page.locator("#cart")).containsText("Your cart is empty");
            window.assertQuiet();
        }
    }

    /** What was typed and chosen stays, and what is paid is what lies in the cart now. */
    @Test
    void theCheckoutFollowsTheCartOfAnotherWindow() {
        var beret = inCartOf("Women's Beret (Green)", 5);
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = addToCart(window, beret);
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("#name").fill("A guest");
            var other = page.context().newPage();
            other.navigate("http://localhost:" + port + "/shop/stock/" + beret);
            other.locator(".buy button.main").click();
            assertThat(page.locator("button:has-text('Pay £39.90')")).isVisible();
            assertThat(page.locator("input[value=COLLECT]")).isChecked();
            assertThat(page.locator("#name")).hasValue("A guest");
            other.locator(".line-tools button:has-text('Remove')").click();
            assertThat(page.locator("h1")).hasText("Your cart is empty");
            window.assertQuiet();
        }
    }

    @Test
    void aCouponIsNotFoundByTrying() throws Exception {
        var mittens = inCartOf("Men's Mittens (Grey)", 5);
        var code = "GUESS-" + System.nanoTime();
        coupon(code);
        var visitor = new io.stoa.access.Browser(port);
        visitor.submitFrom("/shop/stock/" + mittens, "/shop/cart/lines", "sku=" + mittens);
        for (int tried = 0; tried < 30; tried++) {
            visitor.submitFrom("/shop/cart", "/shop/cart/coupon", "code=GUESS-" + tried);
        }
        visitor.submitFrom("/shop/cart", "/shop/cart/coupon", "code=" + code);
        org.assertj.core.api.Assertions.assertThat(visitor.get("/shop/cart").body())
                .contains("Too many codes were tried from here")
                .doesNotContain("Coupon " + code);
    }

    @Test
    void aPageNobodyMadeIsSaidInWords() {
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = go(window, "/shop/product/999999999");
            assertThat(page.locator("h1")).hasText("There is no such page");
        }
    }

    private Sku inCartOf(String title, int pieces) {
        var sku = emporium.article(title, title.split("'")[0] + "'s", 1995, "8", "10");
        emporium.stock(sku, Emporium.LEEDS, pieces);
        return sku;
    }

    private Page addToCart(Browser.Window window, Sku sku) {
        var page = go(window, "/shop/stock/" + sku);
        page.locator(".buy button.main").click();
        assertThat(page.locator("h1")).hasText("Cart");
        return page;
    }

    private Page go(Browser.Window window, String path) {
        window.page().navigate("http://localhost:" + port + path);
        return window.page();
    }

    private static void fillAddress(Page page) {
        page.locator("#name").fill("A guest");
        page.locator("#email").fill("guest@example.com");
        page.locator("#line1").fill("3 Elm Row");
        page.locator("#city").fill("Leeds");
        page.locator("#postcode").fill("LS1 4AB");
        page.locator("#country").selectOption("GB");
    }

    private static void press(Page page, String selector) {
        var target = page.locator(selector).first();
        target.focus();
        target.press("Enter");
        page.waitForLoadState();
    }

    private static void fill(Page page, String id, String text) {
        page.locator("#" + id).focus();
        page.keyboard().type(text);
    }
}

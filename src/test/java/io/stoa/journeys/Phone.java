package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.page.Browser;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;

/** A customer with a phone in the hand, who shops as a guest. */
record Phone(Browser.Window window, int port) implements AutoCloseable {

    private static final int WIDTH = 390;

    static Phone open(Browser browser, int port) {
        return new Phone(browser.open(WIDTH, ColorScheme.DARK), port);
    }

    /** Buys pieces of an article, delivered to a home in Marlborough; the page of the order stays open. */
    OrderId buys(Sku sku, int pieces) {
        var page = window.page();
        page.navigate("http://localhost:" + port + "/shop/stock/" + sku);
        for (int piece = 0; piece < pieces; piece++) {
            page.navigate("http://localhost:" + port + "/shop/stock/" + sku);
            page.locator(".buy button.main").click();
            assertThat(page.locator("h1")).hasText("Cart");
        }
        page.locator("a:has-text('Check out')").click();
        page.locator("#name").fill("A customer");
        page.locator("#email").fill("customer@example.com");
        page.locator("#line1").fill("1 Main Street");
        page.locator("#city").fill("Marlborough");
        page.locator("#postcode").fill("01752");
        page.locator("#country").selectOption("US");
        page.locator("button:has-text('Pay')").click();
        assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
        var number = page.locator("#order p.num").first().innerText();
        return new OrderId(Long.parseLong(number.replaceAll("[^0-9]", "")));
    }

    /** Looks again at the page of the order. */
    String looksAgain() {
        window.page().reload();
        return window.page().locator("main").innerText();
    }

    /** Says on the order's page that so many pieces of a line come back, because they do not fit; all that it has cost so much. */
    void announces(int line, int pieces, String all) {
        var page = window.page();
        page.locator("a:has-text('Send something back')").click();
        assertThat(page.locator(".lines")).containsText("with you · " + all);
        window.assertFlawless();
        for (int piece = 0; piece < pieces; piece++) {
            page.locator(".stepper:has([name='pieces." + line + "']) [data-step='1']").click();
        }
        page.locator("[name='reason." + line + "']").selectOption("DOES_NOT_FIT");
        page.locator("button:has-text('Announce the return')").click();
        assertThat(page.locator("#returns")).containsText("Announced");
        window.assertFlawless();
    }

    /** Takes the announcement back. */
    void keeps() {
        window.page().locator("button:has-text('I keep it after all')").click();
        assertThat(window.page().locator("#returns")).not().containsText("Announced");
    }

    @Override
    public void close() {
        window.close();
    }
}

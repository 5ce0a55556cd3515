package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.page.Browser;
import io.stoa.register.Associate;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.staff.Staff;

/** Somebody at a till in a browser, with a scanner and the keyboard; the drawer is open. */
record Clerk(Browser.Window window, int port) implements AutoCloseable {

    private static final int WIDTH = 1440;
    private static final double PATIENCE_MILLIS = 30_000;

    static Clerk at(LocationId store, Browser browser, Staff staff, int port) {
        var clerk = new Clerk(browser.open(WIDTH, ColorScheme.LIGHT), port);
        var page = clerk.page();
        clerk.goes("/till/drawer");
        page.locator("#name").fill(Associate.account(store, staff));
        page.locator("#password").fill(Associate.password());
        page.keyboard().press("Enter");
        page.locator("#till").fill("Till 1");
        page.locator("#opening").fill("100");
        page.keyboard().press("Enter");
        assertThat(page.locator(".till-next")).containsText("Open since");
        clerk.goes("/till");
        return clerk;
    }

    Page page() {
        return window.page();
    }

    Clerk goes(String path) {
        page().navigate("http://localhost:" + port + path);
        return this;
    }

    Clerk scans(Sku sku) {
        assertThat(page().locator("input[name=code]")).isFocused();
        types(sku.value());
        assertThat(page().locator(".till-lines input[value='" + sku + "']").first()).isAttached();
        return this;
    }

    /** Into what has the focus. */
    Clerk types(String text) {
        page().keyboard().type(text);
        return presses("Enter");
    }

    Clerk presses(String... keys) {
        for (var key : keys) {
            page().keyboard().press(key);
        }
        return this;
    }

    /** Cash to the cent; the receipt is on the screen afterwards. */
    void takesCash() {
        presses("F8");
        assertThat(page().locator("#given")).isFocused();
        presses("Enter");
        assertThat(page().locator(".receipt")).isVisible();
    }

    /** What is to be prepared, which comes by itself. */
    Locator task(OrderId order) {
        var task = page().locator("#tasks .till-task:has-text('Order " + order + "')");
        assertThat(task).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        return task;
    }

    /** Presses these buttons of a task, one after the other as it goes on. */
    void does(OrderId order, String... steps) {
        for (var step : steps) {
            task(order).locator("button:has-text('" + step + "')").press("Enter");
        }
    }

    static void seen(Locator where, String what) {
        assertThat(where).containsText(what, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Override
    public void close() {
        window.close();
    }
}

package io.stoa.register;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.catalog.Gtin;
import io.stoa.page.Browser;
import io.stoa.page.Film;
import io.stoa.shared.Ids;
import io.stoa.staff.Staff;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A film of a label is held before the camera of a browser that reads no codes by itself. */
@DemoTest
class CameraTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void aLabelBeforeTheCameraIsReadInTheShopAndAtTheTill() throws Exception {
        var store = retailer.store("camera");
        var digits = "29%010d".formatted(ids.next());
        var gtin = new Gtin(digits + Gtin.checkDigit(digits));
        var mug = retailer.article("mug", 1000, gtin);
        retailer.stock(mug, store, 50);
        var film = Film.of(gtin, Path.of("target", "films"));
        try (var browser = Browser.seeing(film);
                var phone = browser.open(390, ColorScheme.DARK);
                var till = browser.open(1440, ColorScheme.LIGHT)) {
            var page = phone.page();
            page.navigate("http://localhost:" + port + "/shop/scan");
            assertThat(page.evaluate("'BarcodeDetector' in window")).isEqualTo(false);
            page.locator(".camera button").click();
            var begun = System.nanoTime();
            page.waitForURL(url -> url.contains("/shop/product/"));
            System.out.println("from the camera to the article: " + (System.nanoTime() - begun) / 1_000_000 + " ms");
            assertThat(page.locator("h1")).hasText("mug");

            var counter = till.page();
            counter.navigate("http://localhost:" + port + "/till");
            counter.locator("#name").fill(Associate.account(store, staff));
            counter.locator("#password").fill(Associate.password());
            counter.locator("button[type=submit]").first().click();
            assertThat(counter.locator("input[name=code]")).isFocused();
            counter.keyboard().press("Insert");
            assertThat(counter.locator(".till-lines input[value='" + mug + "']").first()).isAttached();
            see(till, "camera-1440");
            counter.setViewportSize(390, 844);
            see(till, "camera-390");
            assertThat(counter.locator("body > .camera video")).isVisible();
            counter.locator("body > .camera button").click();
            assertThat(counter.locator("body > .camera")).hasCount(0);
            assertThat(counter.locator("[data-total]")).containsText("$11.00");
            till.assertQuiet();
        } finally {
            Files.delete(film);
        }
    }

    private static void see(Browser.Window window, String what) {
        var pictures = System.getenv("TILL_PICTURES");
        if (pictures != null) {
            var _ = window.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions().setPath(Path.of(pictures, what + ".png")));
        }
        window.assertFlawless();
    }
}

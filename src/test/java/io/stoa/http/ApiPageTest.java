package io.stoa.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.StoaTest;
import io.stoa.page.Browser;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The pages that describe the API, in a real browser under the policy that forbids scripts and styles within a page. */
@StoaTest
class ApiPageTest {

    @Value("${local.server.port}")
    private int port;

    @Test
    void theApiCanBeReadFoundAndCopiedByKeyboardAtADesk() {
        try (var browser = Browser.start();
                var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + "/api");
            window.assertFlawless();
            page.keyboard().press("/");
            page.keyboard().type("by-code if-match adds");
            assertThat(page.locator("#found")).containsText(" of ");
            var product = page.locator(".operation:visible").first();
            assertThat(product).containsText("Adds or replaces a product");
            product.locator("summary").focus();
            page.keyboard().press("Enter");
            assertThat(product).containsText("If-Match");
            product.locator("[data-copy]").first().focus();
            page.keyboard().press("Enter");
            assertThat(product.locator("[data-copy]").first()).hasText("Copied");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/api.png")));
            window.assertFlawless();
        }
    }

    @Test
    void aLinkToAnOperationOpensItOnAPhoneAndNothingMovesAfterwards() {
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.DARK)) {
            var page = window.page();
            page.addInitScript("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                    + "one => window.shift += one.hadRecentInput ? 0 : one.value)).observe({ type: 'layout-shift', buffered: true })");
            page.navigate("http://localhost:" + port + "/api?at=post-orders#post-orders");
            assertThat(page.locator("#post-orders")).containsText("Idempotency-Key");
            assertThat(page.locator("#post-orders")).isInViewport();
            org.assertj.core.api.Assertions.assertThat(((Number) page.evaluate("window.shift")).doubleValue())
                    .as("how much moved")
                    .isLessThan(0.02);
            window.assertFlawless();
        }
    }

    @Test
    void aProblemCanBeReadByEverybody() {
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.DARK)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + "/api/problems");
            window.assertFlawless();
            page.locator("a[href$=version-required]").click();
            assertThat(page.locator("h1")).hasText("Version required");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/problem.png")));
            window.assertFlawless();
        }
    }
}

package io.stoa.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
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
    void theApiCanBeReadAndTriedWithoutAComplaintOfTheBrowser() {
        try (var browser = Browser.start();
                var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + "/api");
            var product = page.locator(".opblock-put:has-text('/api/v1/products/by-code/{code}')").first();
            // The first reader waits until the description is written.
            assertThat(product).containsText("Adds or replaces a product", new ContainsTextOptions().setTimeout(30_000));
            product.locator(".opblock-summary-control").click();
            assertThat(product).containsText("If-Match");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/api.png")));
            window.assertQuiet();
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

package io.stoa.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** A part of a page that changes by itself: what is new is seen, and nothing else moves, flashes or loses the focus. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivePartsTest {

    private static final String BEFORE = """
            <section class="card" data-mark="trail"><h2>What happened</h2><ol><li>Placed</li><li>Being picked</li></ol></section>
            <section class="card" data-mark="address"><h2>Collect in Leeds</h2><p>12 Long Street</p><input aria-label="Note"></section>
            <details class="card" data-mark="cancel"><summary>Cancel</summary><p>This cannot be undone</p></details>
            """;

    private static final String AFTER = """
            <section class="card" data-mark="code"><h2>Your code</h2><div>K7 4QX</div></section>
            <section class="card" data-mark="trail"><h2>What happened</h2><ol><li>Placed</li><li>Being picked</li><li>Ready</li></ol></section>
            <section class="card" data-mark="address"><h2>Collect in Leeds</h2><p>12 Long Street</p><input aria-label="Note"></section>
            <details class="card" data-mark="cancel"><summary>Cancel</summary><p>This cannot be undone</p></details>
            """;

    private final ConfigurableApplicationContext application =
            PagesAlone.start("--server.port=0", "--spring.main.lazy-initialization=true");
    private final String home =
            "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");

    @AfterAll
    void stop() {
        application.close();
    }

    @Test
    void aCodeThatAppearsFlashesAndWhatItPushesDownDoesNot() {
        try (var browser = Browser.start();
                var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = window.page();
            var content = new AtomicReference<>(BEFORE);
            serve(page, content);
            page.navigate(home + "/part-of-an-order");
            page.locator("input").fill("left at the door");
            page.evaluate("document.querySelectorAll('[data-mark]').forEach(one => one.was = one.dataset.mark)");
            page.evaluate("document.addEventListener('animationstart', event => (window.flashed ??= []).push("
                    + "event.target.dataset.mark ?? event.target.textContent))");
            content.set(AFTER);
            page.evaluate("received({ topics: ['order:1'] })");
            assertThat(page.locator("[data-mark=code]")).hasText("Your codeK7 4QX");
            page.waitForFunction("(window.flashed ?? []).length >= 2");
            assertThat(page.evaluate("window.flashed.sort().join()")).isEqualTo("Ready,code");
            assertThat(page.evaluate("[...document.querySelectorAll('[data-mark]')].map(one => one.was ?? 'new').join()"))
                    .isEqualTo("new,trail,address,cancel");
            assertThat(page.evaluate("document.activeElement.value")).isEqualTo("left at the door");
        }
    }

    @Test
    void whatIsGoneTakesNothingElseAlong() {
        try (var browser = Browser.start();
                var window = browser.open(1440, ColorScheme.LIGHT)) {
            var page = window.page();
            var content = new AtomicReference<>(AFTER);
            serve(page, content);
            page.navigate(home + "/part-of-an-order");
            page.locator("input").focus();
            content.set(BEFORE);
            page.evaluate("received({ topics: ['order:1'] })");
            assertThat(page.locator("[data-mark=code]")).hasCount(0);
            assertThat(page.locator("li")).hasCount(2);
            assertThat(page.locator(".changed")).hasCount(0);
            assertThat(page.locator("input")).isFocused();
        }
    }

    private static void serve(Page page, AtomicReference<String> content) {
        page.addInitScript("delete window.SharedWorker");
        page.route("**/live?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.route("**/part-of-an-order", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/html;charset=UTF-8")
                .setBody("<!doctype html><html lang=\"en\"><head><title>Order</title><link rel=\"stylesheet\" href=\"/static/stoa.css\">"
                        + "<script src=\"/static/live.js\" data-live-worker=\"\" defer></script></head><body><main><h1>Order</h1>"
                        + "<div id=\"order\" data-live=\"order:1\">" + content.get() + "</div></main></body></html>")));
    }
}

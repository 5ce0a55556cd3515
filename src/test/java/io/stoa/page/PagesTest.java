package io.stoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page of the shop and the page of all components, filled by hand: on a desk and a phone, light and dark. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    private final ConfigurableApplicationContext application =
            PagesAlone.start("--server.port=0", "--spring.main.lazy-initialization=true");
    private final String home =
            "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
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
        application.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office/design",
                "/samples/home",
                "/samples/shelf",
                "/samples/nothing",
                "/samples/article",
                "/samples/gone",
                "/samples/cart",
                "/samples/empty",
                "/samples/checkout",
                "/samples/order",
                "/samples/review",
                "/samples/reviews",
                "/samples/stores",
                "/samples/error"
            })
    void aPageIsFlawlessOnALightDeskAndADarkPhone(String path) {
        for (var seen : Map.of(390, ColorScheme.DARK, 1440, ColorScheme.LIGHT).entrySet()) {
            try (var window = browser.open(seen.getKey(), seen.getValue())) {
                window.page().navigate(home + path);
                window.assertFlawless();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "till", "office"})
    void aFaultOfOursSaysWhatIsSafeWhatToDoAndWhatToQuote(String door) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(home + "/" + door + "/samples/broken")).build();
            var answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("nothing is charged twice", "try again", "class=\"wordmark\" id=\"wordmark\" href=\"/" + door + "\"")
                    .containsPattern("Reference E[0-9a-z]{6,}")
                    .doesNotContain("secret", "Exception", "at io.");
        }
    }

    @Test
    void withoutScriptNoButtonIsShownThatWouldDoNothing() {
        try (var window = browser.openWithoutScript()) {
            var page = window.page();
            page.navigate(home + "/samples/cart");
            assertThat(page.locator("input[name=quantity]").first().isVisible()).isTrue();
            assertThat(page.locator("main button[type=submit]").first().isVisible()).isTrue();
            assertThat(page.locator("button[type=button]").all())
                    .isNotEmpty()
                    .noneMatch(button -> button.isVisible());
        }
    }

    @Test
    void onAPhoneNothingThatHasTheFocusLiesUnderTheButtonThatBuys() {
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate(home + "/samples/article");
            page.locator(".shop-foot button").last().focus();
            assertThat(page.evaluate(
                            "document.activeElement.getBoundingClientRect().bottom <= document.querySelector('.buy').getBoundingClientRect().top"))
                    .as("the focus is above the button")
                    .isEqualTo(true);
        }
    }

    @Test
    void theCheckoutAsksForAnAddressOrAStoreAndForBothOnWishAlone() {
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            page.navigate(home + "/samples/checkout");
            assertThat(page.locator("#line1").isVisible()).isTrue();
            assertThat(page.locator("input[name=store]").first().isVisible()).isFalse();

            page.locator("input[value=COLLECT]").check();

            assertThat(page.locator("#line1").isVisible()).isFalse();
            assertThat(page.locator("input[name=store]").first().isVisible()).isTrue();
            assertThat(page.locator("input[name=collected]").first().isVisible()).isFalse();

            page.locator("input[value=BOTH]").check();

            assertThat(page.locator("#line1").isVisible()).isTrue();
            assertThat(page.locator("input[name=store]").first().isVisible()).isFalse();
            assertThat(page.locator("input[name=collected]").first().isVisible()).isTrue();
            page.locator("input[name=collected]").nth(1).check();
            assertThat(page.locator("#line1").isVisible()).isFalse();
        }
    }

    @Test
    void aFileIsKeptForAYearUnderTheNameOfItsContent() throws IOException, InterruptedException {
        var body = get("/office/design").body();
        var url = body.substring(body.indexOf("/static/stoa-"), body.indexOf(".css") + 4);

        assertThat(get(url).headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(get(url).body()).containsPattern("font/figtree-latin-[0-9a-f]{32}\\.woff2");
    }

    @Test
    void theVisitorsLanguageIsAskedOnceAndKept() throws IOException, InterruptedException {
        var answer = get("/samples/empty?lang=de");

        assertThat(answer.body()).contains("lang=\"de\"", "Ihr Warenkorb ist leer");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("language=de"));
    }

    private java.net.http.HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(home + path)).build(), BodyHandlers.ofString());
        }
    }
}

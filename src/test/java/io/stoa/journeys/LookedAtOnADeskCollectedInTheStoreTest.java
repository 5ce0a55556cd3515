package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.catalog.Catalog;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.page.Browser;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Journey 1. */
@DemoTest
class LookedAtOnADeskCollectedInTheStoreTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Orders orders;

    @Autowired
    private Customers customers;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void whereItLiesIsSeenOnADeskItIsBoughtOnAPhoneAndHandedOverInTheStore() {
        retailer.sellOnTheWeb();
        var chosen = retailer.store("journey-one", 51);
        var lamp = retailer.article("lamp", 4000);
        retailer.stock(lamp, chosen, 2);
        var email = "one-" + ids.next() + "@example.com";
        var _ = customers.signUp(
                new NewCustomer(null, "Somebody Known", List.of(email), List.of(), List.of(), List.of(), "en"),
                new Password(PASSWORD),
                Touchpoint.SYSTEM);
        var product = Objects.requireNonNull(catalog.items(List.of(lamp)).get(lamp)).productId();
        var article = "/shop/product/" + product + "?sku=" + lamp;
        try (var browser = Browser.start();
                var desk = browser.open(1440, ColorScheme.LIGHT);
                var phone = browser.open(390, ColorScheme.DARK);
                var clerk = Clerk.at(chosen, browser, staff, port)) {
            var shop = signedIn(desk, email);
            shop.navigate(url(article));
            assertThat(shop.locator("#stock")).containsText("2 left in " + chosen);
            shop.locator("#stock .buy button.main").click();
            assertThat(shop.locator("h1")).hasText("Cart");
            shop.navigate(url(article));
            shop.waitForSelector(":root[data-live-state=open]");
            desk.assertFlawless();

            var later = signedIn(phone, email);
            later.navigate(url("/shop/cart"));
            assertThat(later.locator(".lines")).containsText("lamp");
            later.locator("a:has-text('Check out')").click();
            later.locator("input[value=COLLECT]").check();
            later.locator("input[name=store][value=" + chosen + "]").check();
            phone.assertFlawless();
            later.locator("button:has-text('Pay')").click();
            var order = new OrderId(Long.parseLong(later.locator("#order p.num").first().innerText().replaceAll("[^0-9]", "")));
            later.waitForSelector(":root[data-live-state=open]");
            Clerk.seen(shop.locator("#stock"), "Last one in " + chosen);

            clerk.goes("/till/pickups").does(order, "Accept", "Start picking", "Ready to collect");
            Clerk.seen(later.locator("main"), "Ready to collect");
            var code = later.locator(".pickup-code").innerText();
            phone.assertFlawless();
            clerk.task(order).locator("a:has-text('Hand over')").click();
            assertThat(clerk.page().locator("#code")).isFocused();
            clerk.types(code);
            assertThat(clerk.page().locator(".note.good")).isVisible();
            Clerk.seen(later.locator("main"), "All done. Enjoy it.");

            assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.FULFILLED);
            assertThat(retailer.row(lamp, chosen).onHand()).isEqualTo(1);
            List.of(desk, phone, clerk.window()).forEach(Browser.Window::assertFlawless);
        }
    }

    private Page signedIn(Browser.Window window, String email) {
        var page = window.page();
        page.navigate(url("/shop/sign-in"));
        page.locator("input[name=name]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form button.main").click();
        page.waitForURL(address -> !address.contains("sign-in"));
        return page;
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}

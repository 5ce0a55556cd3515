package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.page.Browser;
import io.stoa.register.Associate;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Part of journey 1: begun at a desk, carried on on a phone, shown and paid at a till. */
@DemoTest
class OneCartFromTheDeskToTheTillTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Staff staff;

    @Value("${local.server.port}")
    private int port;

    @Test
    void whatIsShownAtTheTillIsSoldThereAndNowhereElse() throws Exception {
        var here = retailer.store("one-cart", 52);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, here, 5);
        retailer.stock(plate, here, 5);
        var associate = Associate.at(here, staff, port);
        var rival = Associate.at(here, staff, port);
        try (var browser = Browser.start();
                var desk = browser.open(1440, ColorScheme.LIGHT);
                var phone = browser.open(390, ColorScheme.DARK)) {
            go(desk, "/shop/stock/" + mug).locator(".buy button.main").click();
            desk.page().locator("a[href='/shop/cart/phone']").click();
            desk.assertFlawless();
            var way = desk.page().locator("p.wrap a").getAttribute("href");
            var page = go(phone, "/shop/stock/" + plate);
            page.locator(".buy button.main").click();
            page.navigate(way);
            assertThat(page.locator("h1")).hasText("Continue with 1 piece in the cart");
            phone.assertFlawless();
            page.locator("main form button").click();
            assertThat(page.locator(".lines")).containsText("mug");
            assertThat(page.locator(".lines")).containsText("plate");
            go(desk, "/shop/cart");
            assertThat(desk.page().locator(".lines")).containsText("plate");
            page.navigate(way.replaceFirst("[0-9]\\.[0-9]", "7.9"));
            assertThat(page.locator("h1")).hasText("This link is too old");

            go(phone, "/shop/cart").locator("form[action='/shop/cart/showing'] button").click();
            phone.assertFlawless();
            var code = page.locator(".pickup-code").innerText();
            page.evaluate("window.sameDocument = true");
            associate.scan(mug);
            var shown = associate.send("/till/scan", "code=" + code.toLowerCase(Locale.ROOT));
            assertThat(Associate.amount("total", shown)).isEqualTo("$44.00");
            assertThat(shown).contains("The customer’s cart, shown here");
            assertThat(page.locator("h1")).hasText("Your cart is at the till in " + here);
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            phone.assertFlawless();
            assertThat(rival.send("/till/scan", "code=" + code)).contains("This cart is in hand at a till in " + here);

            go(phone, "/shop/checkout");
            assertThat(page).hasURL("http://localhost:" + port + "/shop/cart/showing");
            go(phone, "/shop/stock/" + mug).locator(".buy button.main").click();
            assertThat(page.locator("h1")).hasText("Your cart is at the till in " + here);

            var receipt = associate.payCard("tok_approve");
            assertThat(Associate.amount("total", receipt)).isEqualTo("$44.00");
            assertThat(page.locator("h1")).hasText("Paid in " + here + ". Thank you.");
            phone.assertFlawless();
            go(phone, "/shop/cart");
            assertThat(page.locator("h1")).hasText("Your cart is empty");
            go(phone, "/shop/cart/showing").locator(".empty a").click();
            var number = page.locator("#order p.num").first().innerText().replaceAll("[^0-9]", "");
            assertThat(orders.find(new OrderId(Long.parseLong(number))).orElseThrow().state()).isEqualTo(OrderState.FULFILLED);
            assertThat(retailer.row(mug, here).onHand()).isEqualTo(3);
            assertThat(retailer.row(plate, here).onHand()).isEqualTo(4);
            assertThat(associate.send("/till/scan", "code=" + code)).contains("This cart was sold in " + here);
        }
    }

    private Page go(Browser.Window window, String path) {
        window.page().navigate("http://localhost:" + port + path);
        return window.page();
    }
}

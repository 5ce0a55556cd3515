package io.stoa.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.page.Browser;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The back office as somebody sees it: free of barriers on a wall and on a phone, by day and by night, and live. */
@StoaTest
class OfficeInTheBrowserTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theLinesOfAnOrderFitAPhone() {
        var order = placed(stocked(retailer.store("whitby")));
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.LIGHT)) {
            signIn(window.page());
            window.page().navigate(url("/office/orders/" + order));
            org.assertj.core.api.Assertions.assertThat(window.page()
                            .locator(".table-wrap")
                            .evaluate("table => table.scrollWidth - table.clientWidth"))
                    .as("pixels beyond the table's edge")
                    .isEqualTo(0);
        }
    }

    @Test
    void anOrderFromTheShopAppearsInTheListByItself() {
        var sku = stocked(retailer.store("york"));
        try (var browser = Browser.start();
                var window = browser.open(1440, ColorScheme.LIGHT)) {
            signIn(window.page());
            window.page().navigate(url("/office/orders"));
            assertThat(window.page().locator("html[data-live-state=open]")).hasCount(1);
            var order = placed(sku);
            assertThat(window.page().getByText(order.toString()).first()).isVisible();
        }
    }

    private void signIn(Page page) {
        var login = new Login("b" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(Role.MANAGER), null, true), new Password(PASSWORD));
        page.navigate(url("/sign-in"));
        page.locator("input[name=name]").fill(login.value());
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button[type=submit]").first().click();
        page.waitForURL("**/office**");
    }

    private Sku stocked(LocationId store) {
        var sku = retailer.article("mug", 700);
        retailer.stock(sku, store, 10);
        return sku;
    }

    private OrderId placed(Sku sku) {
        var asked = Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(sku, 1));
        return ((Placed) orders.place(asked)).order();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}

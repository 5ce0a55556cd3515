package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Browser;
import io.stoa.page.Codes;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Journey 20. */
@DemoTest
class NotHereButSoldAllTheSameTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Staff staff;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theAssociateSellsItFromAnotherStoresStockDeliveredHomeInOneReceipt() throws Exception {
        var here = retailer.store("journey-twenty", 42);
        var other = retailer.store("journey-twenty-other", 42.2);
        var mug = retailer.article("mug", 1000);
        var plate = retailer.article("plate", 2000);
        retailer.stock(mug, here, 1);
        retailer.stock(plate, other, 1);
        try (var browser = Browser.start();
                var clerk = Clerk.at(here, browser, staff, port);
                var phone = browser.open(390, ColorScheme.DARK);
                var sender = Clerk.at(other, browser, staff, port).goes("/till/pickups")) {
            clerk.scans(mug).scans(plate);
            var page = clerk.page();
            assertThat(page.locator(".till-basket")).containsText("None left here");
            assertThat(page.locator(".till-basket")).containsText(other + " has 1, 14");
            clerk.presses("F10");
            assertThat(page.locator(".till-to")).isVisible();
            clerk.presses("F9");
            assertThat(page.locator("#name")).isFocused();
            fill(clerk, "A customer", "1 Main Street", "", "01752", "Marlborough", "MA");
            assertThat(page.locator(".till-to")).containsText("A customer");
            clerk.window().assertFlawless();
            clerk.presses("F9");
            assertThat(page.locator("button[name=card]").first()).isFocused();
            clerk.presses("Enter");
            assertThat(page.locator(".receipt .total")).containsText("$33.00");
            clerk.window().assertFlawless();
            var sold = orders(page.locator(".receipt").innerText());
            assertThat(sold).extracting(OrderView::delivery).containsExactly("SHIP", "TAKE_AWAY");
            assertThat(sold).extracting(OrderView::state).containsExactly(OrderState.PLACED, OrderState.FULFILLED);
            assertThat(sold.getFirst().parts()).extracting(part -> part.location()).containsExactly(other);
            assertThat(retailer.row(mug, here).onHand()).isZero();

            phone.page().navigate(Codes.read(page.locator(".receipt .qr")));
            assertThat(phone.page().locator(".receipt")).containsText("$33.00");
            phone.assertFlawless();
            sender.does(sold.getFirst().id(), "Accept", "Start picking", "Packed", "Given to the carrier");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> orders.find(sold.getFirst().id()).orElseThrow().state() == OrderState.FULFILLED);
            assertThat(retailer.row(plate, other).onHand()).isZero();
            sender.window().assertFlawless();
        }
    }

    /** By keys alone, field after field; the country is there already. */
    private static void fill(Clerk clerk, String... fields) {
        for (int i = 0; i < fields.length; i++) {
            clerk.page().keyboard().type(fields[i]);
            clerk.presses(i < fields.length - 1 ? "Tab" : "Enter");
        }
    }

    /** Those that the receipt names, in its order. */
    private List<OrderView> orders(String receipt) {
        return Pattern.compile("(?m)^Order ([0-9]+)$")
                .matcher(receipt)
                .results()
                .map(found -> new OrderId(Long.parseLong(found.group(1))))
                .distinct()
                .map(id -> orders.find(id).orElseThrow())
                .toList();
    }
}

package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.inventory.Inventory;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.page.Browser;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Locations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Journey 3. */
@DemoTest
class FromTheNearestStoreToTheDoorTest {

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Locations locations;

    @Autowired
    private Staff staff;

    @Value("${local.server.port}")
    private int port;

    @BeforeEach
    void openTheWebShop() {
        retailer.sellOnTheWeb();
    }

    @Test
    void whatIsOrderedOnAPhoneIsSentHomeByTheNearestStoreThatHasIt() {
        locations.learnPostcodes("US", Map.of("01752", new Coordinates(42.35, -71.5)));
        var nextDoor = retailer.store("journey-three-next-door", 42.36);
        var near = retailer.store("journey-three-near", 42.6);
        var far = retailer.store("journey-three-far", 44);
        var lamp = retailer.article("lamp", 4000);
        retailer.stock(lamp, near, 1);
        retailer.stock(lamp, far, 9);
        try (var browser = Browser.start();
                var phone = Phone.open(browser, port);
                var idle = Clerk.at(nextDoor, browser, staff, port).goes("/till/pickups");
                var clerk = Clerk.at(near, browser, staff, port).goes("/till/pickups")) {
            var order = phone.buys(lamp, 1);

            var bought = orders.find(order).orElseThrow();
            assertThat(bought.parts()).extracting(part -> part.location()).containsExactly(near);
            assertThat(retailer.row(lamp, near).available()).isZero();
            assertThat(retailer.row(lamp, far).available()).isEqualTo(9);

            clerk.does(order, "Accept", "Start picking", "Packed", "Given to the carrier");

            Clerk.seen(phone.window().page().locator("main"), "Your order is on its way");
            assertThat(idle.page().locator("#tasks")).containsText("Nothing to prepare");
            assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.FULFILLED);
            assertThat(retailer.row(lamp, near).onHand()).isZero();
            assertThat(inventory.reconcile().differences()).isEmpty();
            List.of(phone.window(), idle.window(), clerk.window()).forEach(Browser.Window::assertFlawless);
        }
    }
}

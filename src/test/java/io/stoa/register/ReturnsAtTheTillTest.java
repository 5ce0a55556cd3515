package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.views.OrderQuery;
import io.stoa.page.Browser;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.staff.Staff;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What the till shows of an order whose goods a customer brings back. */
@DemoTest
class ReturnsAtTheTillTest {

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
    void anOrderOfTheTimeBeforeIsSaidToBeOneBeforeAnybodyCountsItsPieces() throws Exception {
        var customer = new CustomerId(ids.next());
        var line = new PastOrder.Line(new Sku("71053"), "White metal lantern", 6, Money.of(339, "USD"));
        orders.recordHistory(List.of(new PastOrder(
                new PastOrder.Origin("co", "n" + ids.next()), customer, Channel.WEB, LocationId.WEB, Instant.now(),
                Currency.getInstance("USD"), PastOrder.State.COMPLETE, List.of(line))));
        var order = orders.list(new OrderQuery(null, null, customer, null, 1)).items().getFirst().id();

        assertThat(Associate.at(retailer.store("returns"), staff, port).look("/till/returns?order=" + order))
                .contains("Order " + order, "there is no payment to give back")
                .doesNotContain("Take back and refund");
    }

    @Test
    void onAPhoneWhyItComesBackAndWhereItGoesHaveALineEach() {
        var store = retailer.store("narrow");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var sold = (PlaceOutcome.Placed) orders.place(Retailer.order(new Delivery.TakeAway(store), new InCash(), Retailer.line(mug, 1)));
        try (var browser = Browser.start();
                var window = browser.open(390, ColorScheme.DARK)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + "/till/returns?order=" + sold.order());
            page.locator("#name").fill(Associate.account(store, staff));
            page.locator("#password").fill(Associate.password());
            page.locator("button[type=submit]").first().click();
            page.locator(".till-return").waitFor();
            assertThat(page.locator(".till-why select").first().boundingBox().width)
                    .as("pixels for a reason in words")
                    .isGreaterThan(280);
            window.assertFlawless();
        }
    }
}

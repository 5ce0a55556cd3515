package io.stoa.shop;

import com.microsoft.playwright.Page;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.customers.PostalAddress;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.payments.gateway.CardToken;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import org.awaitility.Awaitility;

/** Those who have an account in the {@link Emporium}, and what they do there. */
record Regulars(Customers customers, Orders orders, Fulfilment fulfilment, Ids ids, int port) {

    static final String PASSWORD = "a good password";

    CustomerId signedUp(String email) {
        var home = new PostalAddress(null, "3 Elm Row", null, "Leeds", null, "LS1 4AB", "GB");
        return customers.signUp(
                new NewCustomer(null, "Somebody Known", List.of(email), List.of(), List.of(), List.of(home), "en"),
                new Password(PASSWORD),
                Touchpoint.SYSTEM);
    }

    /** Signs in at the shop; the browser is somewhere else afterwards. */
    void signIn(Page page, String email) {
        page.navigate("http://localhost:" + port + "/shop/sign-in");
        page.locator("input[name=name]").fill(email);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("form button.main").click();
        page.waitForURL(url -> !url.contains("sign-in"));
    }

    /** Buys one piece, paid, to be collected in Leeds. */
    OrderId collects(CustomerId customer, Sku sku) {
        var asked = new PlaceOrder(
                "test:" + ids.next(),
                "hash",
                null,
                List.of(new CartView.Line(sku, Quantity.of(1))),
                new Delivery.Collect(Emporium.LEEDS),
                Currency.getInstance("GBP"),
                customer,
                Contact.NONE,
                new PlaceOrder.Paying.ByCard(new CardToken("tok_approve")),
                Touchpoint.of(Channel.WEB, Actor.GUEST));
        return ((Placed) orders.place(asked)).order();
    }

    /** Leeds prepares it. */
    Shipment becomesReady(OrderId order) {
        var shipment = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> fulfilment.of(order), all -> !all.isEmpty())
                .getFirst();
        var till = Touchpoint.of(Channel.TILL, Actor.staff("test"));
        var _ = fulfilment.accept(shipment.id(), till);
        var _ = fulfilment.pick(shipment.id(), till);
        var _ = fulfilment.ready(shipment.id(), till);
        return shipment;
    }
}

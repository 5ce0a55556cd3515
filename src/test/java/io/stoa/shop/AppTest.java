package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.StoaTest;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.page.Browser;
import io.stoa.page.Wire;
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
import java.io.ByteArrayInputStream;
import java.util.Currency;
import java.util.List;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The shop as an app on a phone that has a network, and has none. */
@StoaTest
@Import(Emporium.class)
@TestPropertySource(properties = {"stoa.demo=true", "stoa.demo.replay=false", "stoa.home=target/shop-home"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AppTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    Emporium emporium;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    OrderLinks links;

    @Autowired
    Ids ids;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeAll
    void open() {
        emporium.open();
        browser = Browser.start();
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aPickupCodeThatWasOpenedIsThereWithoutANetworkUntilItsOwnerSignsOut() throws Exception {
        var email = "p" + ids.next() + "@example.com";
        var order = readyFor(signedUp(email));
        var code = fulfilment.codes(order).values().iterator().next();
        try (var wire = Wire.to(port);
                var window = browser.open(390, ColorScheme.DARK)) {
            var page = window.page();
            page.navigate("http://localhost:" + wire.port() + "/shop/sign-in");
            page.locator("input[name=name]").fill(email);
            page.locator("input[name=password]").fill(PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.waitForFunction("() => navigator.serviceWorker.controller");
            go(page, wire, "/shop/account");
            go(page, wire, links.to(order));
            assertThat(read(page.locator(".qr"))).isEqualTo(code);
            window.assertFlawless();
            page.waitForFunction("async path => (await caches.match(path)) !== undefined", links.to(order));

            wire.cut();
            page.reload();
            assertThat(page.locator("#kept")).containsText("No connection. This is how it stood on");
            assertThat(page.locator(".pickup-code")).hasText(code);
            assertThat(read(page.locator(".qr"))).isEqualTo(code);
            go(page, wire, "/shop/account");
            assertThat(page.locator("tbody tr").first()).containsText(order.toString());
            go(page, wire, "/shop/cart");
            assertThat(page.locator("h1")).hasText("No connection");
            assertThat(page.locator("#kept-orders a")).hasText("Order " + order);
            assertThat(page.locator("body")).not().containsText("Somebody Known");

            wire.mend();
            page.locator("a:text-is('Try again')").click();
            assertThat(page.locator("h1")).hasText("Your cart is empty");
            go(page, wire, "/shop/account");
            assertThat(page.locator("#kept")).isHidden();
            page.locator("form[action='/shop/sign-out'] button").click();
            page.waitForURL("**/shop/sign-in?left");
            wire.cut();
            go(page, wire, links.to(order));
            assertThat(page.locator("h1")).hasText("No connection");
            assertThat(page.locator("#kept-orders")).isHidden();
            assertThat(page.locator("body")).not().containsText(code);
        }
    }

    private static void go(Page page, Wire wire, String path) {
        page.navigate("http://localhost:" + wire.port() + path);
    }

    /** What a scanner reads from it. */
    private static String read(Locator drawn) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(drawn.screenshot()));
        int wide = picture.getWidth();
        int high = picture.getHeight();
        var light = new RGBLuminanceSource(wide, high, picture.getRGB(0, 0, wide, high, null, 0, wide));
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    }

    private OrderId readyFor(CustomerId customer) {
        var cap = emporium.article("Boy's Cap (Red)", "Boy's/Caps", 1500, "M");
        emporium.stock(cap, Emporium.LEEDS, 3);
        var order = collects(customer, cap);
        var shipment = Awaitility.await().until(() -> fulfilment.of(order), all -> !all.isEmpty()).getFirst();
        var till = Touchpoint.of(Channel.TILL, Actor.staff("test"));
        var _ = fulfilment.accept(shipment.id(), till);
        var _ = fulfilment.pick(shipment.id(), till);
        var _ = fulfilment.ready(shipment.id(), till);
        return order;
    }

    private OrderId collects(CustomerId customer, Sku sku) {
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

    private CustomerId signedUp(String email) {
        var known = new NewCustomer(null, "Somebody Known", List.of(email), List.of(), List.of(), List.of(), "en");
        return customers.signUp(known, new Password(PASSWORD), Touchpoint.SYSTEM);
    }
}

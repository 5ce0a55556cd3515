package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.oned.Code128Writer;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import io.stoa.StoaTest;
import io.stoa.customers.Customers;
import io.stoa.events.EventLog;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.orders.Orders;
import io.stoa.page.Browser;
import io.stoa.page.Codes;
import io.stoa.page.Wire;
import io.stoa.push.Push;
import io.stoa.push.PushService;
import io.stoa.register.Associate;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.staff.Staff;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
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

    /** On a busy machine a browser takes its time to begin with a page's worker, and asks nobody before. */
    private static final LocatorAssertions.ContainsTextOptions UNTIL_THE_WORKER_IS_THERE =
            new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

    @Autowired
    Emporium emporium;

    @Autowired
    Customers customers;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Push push;

    @Autowired
    Staff staff;

    @Autowired
    EventLog log;

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
            page.locator("input[name=password]").fill(Regulars.PASSWORD);
            page.locator("input[name=password]").press("Enter");
            page.waitForURL(url -> !url.contains("sign-in"));
            page.waitForFunction("() => navigator.serviceWorker.controller");
            go(page, wire, "/shop/account");
            go(page, wire, links.to(order));
            assertThat(Codes.read(page.locator(".qr"))).isEqualTo(code);
            window.assertFlawless();
            page.waitForFunction("async path => (await caches.match(path)) !== undefined", links.to(order));

            wire.cut();
            page.reload();
            assertThat(page.locator("#kept")).containsText("No connection. This is how it stood on");
            assertThat(page.locator(".pickup-code")).hasText(code);
            assertThat(Codes.read(page.locator(".qr"))).isEqualTo(code);
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

    @Test
    void whoSaysThatTheyAreHereStandsFirstAtTheTillUntilTheyHaveTheirGoods() throws Exception {
        var earlier = readyFor(signedUp("h" + ids.next() + "@example.com"));
        var email = "h" + ids.next() + "@example.com";
        var order = readyFor(signedUp(email));
        try (var till = browser.open(1440, ColorScheme.DARK);
                var window = browser.open(390, ColorScheme.LIGHT)) {
            var counter = till.page();
            counter.navigate("http://localhost:" + port + "/sign-in");
            counter.locator("input[name=name]").fill(Associate.account(Emporium.LEEDS, staff));
            counter.locator("input[name=password]").fill(Associate.password());
            counter.locator("input[name=password]").press("Enter");
            counter.waitForURL("**/till");
            counter.navigate("http://localhost:" + port + "/till/pickups");
            assertThat(counter.locator("#tasks")).containsText("Order " + earlier);
            counter.evaluate("window.sameDocument = true");

            var page = window.page();
            page.navigate("http://localhost:" + port + links.to(order));
            page.locator(".here input[name=where]").fill("Bay 3, red Golf");
            window.assertFlawless();
            page.locator(".here button").click();
            assertThat(page.locator("main")).containsText("Leeds knows that you are here");
            assertThat(page.locator("main")).containsText("You wait here: Bay 3, red Golf");
            window.assertFlawless();
            var first = counter.locator("#tasks .till-task").first();
            assertThat(first).containsText("Order " + order);
            assertThat(first).containsText("Here for 0 min: Bay 3, red Golf");
            assertThat(counter.evaluate("window.sameDocument")).isEqualTo(true);
            till.assertFlawless();
            assertThat(log.ofOrder(order, 50)).as("the log knows no car").noneMatch(event -> event.payload().contains("Golf"));

            var shipment = fulfilment.of(order).getFirst();
            var code = fulfilment.codes(order).get(shipment.id());
            first.locator("a.button").click();
            counter.locator("#code").fill(Objects.requireNonNull(code));
            counter.locator("#code").press("Enter");
            assertThat(page.locator("h1")).not().containsText("Ready");
            assertThat(page.locator(".here")).hasCount(0);
            assertThat(fulfilment.arrivals(List.of(shipment.id()))).isEmpty();
            counter.navigate("http://localhost:" + port + "/till/pickups");
            assertThat(counter.locator("#tasks")).not().containsText("red Golf");
        }
    }

    @Test
    void somebodyElseCollectsAndEverybodyKnowsWho() throws Exception {
        var order = readyFor(signedUp("k" + ids.next() + "@example.com"));
        var shipment = fulfilment.of(order).getFirst();
        var code = Objects.requireNonNull(fulfilment.codes(order).get(shipment.id()));
        try (var till = browser.open(1440, ColorScheme.LIGHT);
                var window = browser.open(390, ColorScheme.DARK)) {
            var counter = till.page();
            counter.navigate("http://localhost:" + port + "/sign-in");
            counter.locator("input[name=name]").fill(Associate.account(Emporium.LEEDS, staff));
            counter.locator("input[name=password]").fill(Associate.password());
            counter.locator("input[name=password]").press("Enter");
            counter.waitForURL("**/till");
            counter.navigate("http://localhost:" + port + "/till/pickups/" + shipment.id());
            assertThat(counter.locator("#arrival")).not().containsText("Collected by");

            var page = window.page();
            page.navigate("http://localhost:" + port + links.to(order));
            page.locator("#proxy summary").click();
            window.assertFlawless();
            page.locator("#proxy input[name=collector]").fill("Kim Weber");
            page.locator("#proxy button:text-is('Save')").click();
            assertThat(page.locator("#proxy summary")).hasText("Kim Weber collects it for you");
            assertThat(page.locator(".trail")).containsText("You said who collects it");
            assertThat(counter.locator("#arrival")).containsText("Collected by: Kim Weber");
            till.assertFlawless();

            page.locator("#proxy summary").click();
            page.locator("#proxy button:text-is('I collect it myself')").click();
            assertThat(page.locator("#proxy summary")).hasText("Somebody else collects it");
            assertThat(counter.locator("#arrival")).not().containsText("Collected by");
            page.locator("#proxy summary").click();
            page.locator("#proxy input[name=collector]").fill("Kim Weber");
            page.locator("#proxy button:text-is('Save')").click();
            assertThat(counter.locator("#arrival")).containsText("Collected by: Kim Weber");

            counter.locator("#code").fill(code);
            counter.locator("#code").press("Enter");
            assertThat(page.locator(".trail")).containsText("Handed over to Kim Weber");
            assertThat(page.locator("#proxy")).hasCount(0);
        }
    }

    @Test
    void aCodeOnTheShelfLeadsToTheArticleAndWhereItIsInOnesOwnStoreAndThereItIsCollected() throws Exception {
        var belt = emporium.article("Men's Belt (Brown)", "Men's/Belts", 2500, "90");
        emporium.stock(belt, Emporium.YORK, 2);
        emporium.stock(belt, Emporium.LEEDS, 9);
        try (var window = browser.open(390, ColorScheme.DARK)) {
            var page = window.page();
            page.navigate("http://localhost:" + port + "/shop/stores/york");
            page.locator("button:has-text('Make this my store')").click();
            page.navigate("http://localhost:" + port + "/scan");
            window.assertFlawless();
            page.locator("#code").fill("nothing-of-ours");
            page.locator("#code").press("Enter");
            assertThat(page.locator(".note")).containsText("We do not know “nothing-of-ours”");
            window.assertFlawless();
            page.locator("#picture").setInputFiles(new FilePayload("shelf.png", "image/png", drawn(belt.value())));
            assertThat(page.locator("h1")).hasText("Men's Belt (Brown)");
            assertThat(page.locator("ul.places li").nth(1)).containsText("2 left in York");
            assertThat(page.locator("main")).containsText("in Leeds");
            page.navigate("http://localhost:" + port + "/shop/scan");
            page.locator("#picture").setInputFiles(new FilePayload("dog.txt", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
            assertThat(page.locator(".note")).containsText("No code could be read");
            page.navigate("http://localhost:" + port + "/shop/scan?code=" + belt);
            page.locator(".buy button.main").click();
            page.locator("main a[href='/shop/checkout']").click();
            assertThat(page.locator("input[value=COLLECT]")).isChecked();
            assertThat(page.locator("input[name=store][value=york]")).isChecked();
            window.assertFlawless();
        }
    }

    /** A label as printers make it. */
    private static byte[] drawn(String code) throws Exception {
        var bars = new Code128Writer().encode(code, BarcodeFormat.CODE_128, 900, 300);
        var picture = new BufferedImage(1000, 400, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 1000; x++) {
            for (int y = 0; y < 400; y++) {
                boolean dark = x >= 50 && x < 950 && y >= 50 && y < 350 && bars.get(x - 50, y - 50);
                picture.setRGB(x, y, dark ? 0 : 0xffffff);
            }
        }
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(picture, "png", bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** A browser without a push service of its own is given one; all else is as in life. */
    @Test
    void aPhoneThatWasAskedToIsToldAndItsMessageShowsTheOrder() throws Exception {
        var order = readyFor(signedUp("b" + ids.next() + "@example.com"));
        try (var service = PushService.open();
                var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            page.context().grantPermissions(List.of("notifications"));
            page.addInitScript("PushManager.prototype.getSubscription = async () => ({ endpoint: '%1$s', toJSON: () => ({ endpoint: '%1$s', keys: { p256dh: '%2$s', auth: '%3$s' } }) })"
                    .formatted(service.subscription("phone").endpoint(), service.subscription("phone").p256dh(), service.subscription("phone").auth()));
            page.navigate("http://localhost:" + port + links.to(order));
            page.waitForResponse("**/bell", () -> page.locator(".bell input").check());
            window.assertFlawless();
            assertThat(push.interested(List.of("order:" + order))).hasSize(1);
            page.reload();
            assertThat(page.locator(".bell input")).isChecked();

            var devtools = page.context().newCDPSession(page);
            var message = new JsonObject();
            message.addProperty("origin", "http://localhost:" + port);
            message.addProperty("data", "{\"title\":\"Ready\",\"body\":\"In Leeds\",\"href\":\"/shop\",\"tag\":\"order-7\"}");
            devtools.on("ServiceWorker.workerRegistrationUpdated", told -> told.getAsJsonArray("registrations").forEach(one ->
                    message.add("registrationId", one.getAsJsonObject().get("registrationId"))));
            assertThat(devtools.send("ServiceWorker.enable")).isNotNull();
            page.waitForCondition(() -> message.has("registrationId"));
            assertThat(devtools.send("ServiceWorker.deliverPushMessage", message)).isNotNull();
            page.waitForFunction("async () => (await (await navigator.serviceWorker.ready).getNotifications()).some(one => one.title === 'Ready' && one.data.href === '/shop')");

            page.evaluate("for (const bell of Object.keys(localStorage)) localStorage[bell] = 'https://fcm.googleapis.com/before'");
            page.waitForResponse("**/bell", () -> page.reload());
            assertThat(page.locator(".bell input")).isChecked();
            assertThat(push.interested(List.of("order:" + order))).as("an address that changed unheard is told").hasSize(1);

            page.waitForResponse("**/bell", () -> page.locator(".bell input").uncheck());
            assertThat(push.interested(List.of("order:" + order))).isEmpty();
        }
    }

    @Test
    void aWindowWhereNoMessageCanComeSaysWhyAndWhatToDo() {
        var order = readyFor(signedUp("b" + ids.next() + "@example.com"));
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = window.page();
            var said = page.locator(".bell [role=status]");
            page.navigate("http://localhost:" + port + links.to(order));
            page.locator(".bell input").click();
            assertThat(said).containsText("does not allow messages");
            assertThat(page.locator(".bell input")).not().isChecked();
            page.context().grantPermissions(List.of("notifications"));
            page.reload();
            page.locator(".bell input").click();
            assertThat(said).containsText("No message can come to this window", UNTIL_THE_WORKER_IS_THERE);
        }
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            window.page().addInitScript("delete window.PushManager");
            window.page().navigate("http://localhost:" + port + links.to(order));
            assertThat(window.page().locator(".bell input")).isDisabled();
            assertThat(window.page().locator(".bell [role=status]")).containsText("On an iPhone");
            window.assertFlawless();
        }
    }

    private static void go(Page page, Wire wire, String path) {
        page.navigate("http://localhost:" + wire.port() + path);
    }

    private OrderId readyFor(CustomerId customer) {
        var cap = emporium.article("Boy's Cap (Red)", "Boy's/Caps", 1500, "M");
        emporium.stock(cap, Emporium.LEEDS, 3);
        var order = regulars().collects(customer, cap);
        var _ = regulars().becomesReady(order);
        return order;
    }

    private Regulars regulars() {
        return new Regulars(customers, orders, fulfilment, ids, port);
    }

    private CustomerId signedUp(String email) {
        return regulars().signedUp(email);
    }
}

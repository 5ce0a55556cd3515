package io.stoa.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.stoa.StoaTest;
import io.stoa.customers.Customers;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.HandOver;
import io.stoa.fulfilment.Proof;
import io.stoa.fulfilment.RejectionReason;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.orders.Carts;
import io.stoa.orders.Orders;
import io.stoa.orders.past.PastOrder;
import io.stoa.page.Browser;
import io.stoa.mail.Mailbox;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.io.IOException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What the shop knows of its visitors: customers who signed in, and guests who hold an order in hand. */
@StoaTest
@Import(Emporium.class)
@TestPropertySource(properties = {"stoa.demo=true", "stoa.demo.replay=false", "stoa.home=target/shop-home"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopCustomerTest {

    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Instant THEN = Instant.parse("2010-12-01T08:26:00Z");

    @Autowired
    Emporium emporium;

    @Autowired
    Customers customers;

    @Autowired
    Carts carts;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    OrderLinks links;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient database;

    @Autowired
    HomeKey key;

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
    void aGuestsCartJoinsTheCustomersAtSignInAndTheCheckoutKnowsThem() {
        var scarf = article("Women's Scarf (Blue)");
        var gloves = article("Men's Gloves (Grey)");
        var email = "c" + ids.next() + "@example.com";
        var customer = regulars().signedUp(email);
        customers.addPhone(customer, "+441134960000", Touchpoint.SYSTEM);
        var cart = carts.open(Touchpoint.of(Channel.APP, Actor.GUEST), customer, POUNDS);
        var _ = carts.put(cart.id(), gloves, 2);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/stock/" + scarf);
            page.locator(".buy button.main").click();
            assertThat(page.locator(".lines")).containsText("Women's Scarf (Blue)");
            regulars().signIn(window.page(), email);
            go(window, "/shop/cart");
            assertThat(page.locator(".lines")).containsText("Women's Scarf (Blue)");
            assertThat(page.locator(".lines")).containsText("Men's Gloves (Grey)");
            window.assertFlawless();

            go(window, "/shop/checkout");
            assertThat(page.locator("#name")).hasValue("Somebody Known");
            assertThat(page.locator("#email")).hasValue(email);
            assertThat(page.locator("#phone")).hasValue("+441134960000");
            assertThat(page.locator("#line1")).hasValue("3 Elm Row");
            assertThat(page.locator("#city")).hasValue("Leeds");
            assertThat(page.locator("#postcode")).hasValue("LS1 4AB");
            assertThat(page.locator("#country")).hasValue("GB");
            window.assertFlawless();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. We pack it now.");
        }
        assertThat(carts.ofCustomer(customer)).isEmpty();
    }

    @Test
    void whoOpensAnAccountAtTheCheckoutIsBackAtItSignedInWithTheirGoods() {
        var scarf = article("Women's Scarf (Blue)");
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/stock/" + scarf);
            page.locator(".buy button.main").click();
            go(window, "/shop/checkout");
            page.locator("a[href*='sign-in?back']").click();
            var email = "n" + ids.next() + "@example.com";
            page.locator("#name").fill(email);
            page.locator("button[value=sign-up]").click();
            window.assertFlawless();
            assertThat(page.locator("#email")).hasValue(email);
            page.locator("#name").fill("Somebody New");
            page.locator("#password").fill(Regulars.PASSWORD);
            page.locator("form[action='/shop/sign-up'] button").click();
            assertThat(page.locator(".note")).containsText("/office/mail");
            window.assertFlawless();
            page.locator("#code").fill(new Mailbox(database, key).secret(email, "account-opened", 1));
            page.locator("form[action='/shop/sign-up/code'] button").click();
            assertThat(page.locator("h1")).hasText("Checkout");
            assertThat(page.locator("#name")).hasValue("Somebody New");
            assertThat(page.locator("#summary")).containsText("Women's Scarf (Blue)");
            assertThat(page.locator("a[href*='sign-in?back']")).hasCount(0);
            window.assertFlawless();
            page.locator("#line1").fill("3 Elm Row");
            page.locator("#city").fill("Leeds");
            page.locator("#postcode").fill("LS1 4AB");
            page.locator("#country").selectOption("GB");
            assertThat(page.getByLabel("Keep this address for next time")).isChecked();
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("main")).containsText("Mail about it goes to n…@example.com.");
            window.assertFlawless();
            go(window, "/shop/account/addresses");
            assertThat(page.locator("main")).containsText("3 Elm Row");
        }
    }

    @Test
    void aGuestFollowsTheirPickupLiveAndSeesTheCodeWhenItIsReady() {
        var socks = article("Boy's Socks (Red)");
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, "/shop/stock/" + socks);
            page.locator(".buy button.main").click();
            go(window, "/shop/checkout");
            page.locator("input[value=COLLECT]").check();
            page.locator("input[name=store][value=leeds]").check();
            page.locator("#name").fill("A guest");
            page.locator("#email").fill("guest@example.com");
            page.locator("button:has-text('Pay')").click();
            assertThat(page.locator("h1")).hasText("Thank you. Leeds gets it ready for you.");
            assertThat(page.locator(".pickup-code")).hasCount(0);
            page.evaluate("window.sameDocument = true");

            var order = new OrderId(Long.parseLong(page.url().split("/")[5]));
            var shipment = regulars().becomesReady(order);
            assertThat(page.locator("h1")).hasText("Ready for you in Leeds");
            assertThat(page.locator(".pickup-code"))
                    .hasText(Objects.requireNonNull(fulfilment.codes(order).get(shipment.id())));
            assertThat(page.locator(".trail")).containsText("The store has taken it on");
            assertThat(page.locator(".trail")).not().containsText("shop.");
            assertThat(page.evaluate("window.sameDocument")).isEqualTo(true);
            window.assertFlawless();
            page.setViewportSize(1440, 1000);
            window.assertFlawless();

            var code = new Proof.Code(Objects.requireNonNull(fulfilment.codes(order).get(shipment.id())));
            fulfilment.handOver(shipment.id(), HandOver.everything("over" + order, code), Touchpoint.SYSTEM);
            assertThat(page.locator("h1")).hasText("All done. Enjoy it.");
            assertThat(page.locator(".trail li").last()).containsText("Handed over to you");
            assertThat(page.locator(".trail")).not().containsText("Complete");
        }
    }

    @Test
    void onlyTheCustomerSeesTheCodeOfTheirPickup() {
        var cap = article("Boy's Cap (Green)");
        var email = "c" + ids.next() + "@example.com";
        var order = regulars().collects(regulars().signedUp(email), cap);
        var shipment = regulars().becomesReady(order);
        var code = Objects.requireNonNull(fulfilment.codes(order).get(shipment.id()));
        try (var window = browser.open(1440, ColorScheme.DARK)) {
            var page = go(window, links.to(order));
            assertThat(page.locator("h1")).hasText("Ready for you in Leeds");
            assertThat(page.locator("body")).not().containsText(code);
            assertThat(page.locator("main")).containsText("Sign in to see the code");
            window.assertFlawless();
            regulars().signIn(window.page(), email);
            go(window, links.to(order));
            assertThat(page.locator(".pickup-code")).hasText(code);
            window.assertFlawless();
        }
    }

    @Test
    void whoDoesNotCollectInTimeReadsUntilWhenAndWhatBecameOfIt() {
        var order = regulars().collects(regulars().signedUp("c" + ids.next() + "@example.com"), article("Boy's Scarf (Green)"));
        var shipment = regulars().becomesReady(order);
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, links.to(order));
            assertThat(page.locator("main")).containsText("It waits for you until");
            window.assertFlawless();
            database.sql("UPDATE fulfilment.shipment SET collect_by = now() WHERE id = :id")
                    .param("id", shipment.id().value())
                    .update();
            assertThat(page.locator("h1")).hasText("This order is cancelled", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertThat(page.locator(".trail")).containsText("Not collected, so it is back on the shelf");
            assertThat(page.locator(".trail")).not().containsText("Part of it cancelled");
        }
    }

    @Test
    void whoseOrderNoStoreCanDoReadsWhyItIsCancelled() {
        var order = regulars().collects(regulars().signedUp("c" + ids.next() + "@example.com"), article("Boy's Mittens (Green)"));
        var shipment = Awaitility.await().until(() -> fulfilment.of(order), placed -> !placed.isEmpty()).getFirst();
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            var page = go(window, links.to(order));
            assertThat(page.locator("h1")).hasText("Thank you. Leeds gets it ready for you.");
            assertThat(fulfilment.reject(shipment.id(), RejectionReason.TOO_BUSY, Touchpoint.SYSTEM) instanceof ShipmentOutcome.Done).isTrue();
            assertThat(page.locator("h1")).hasText("The store could not get it ready, so this order is cancelled");
            window.assertFlawless();
        }
    }

    @Test
    void aCustomerFindsWhatTheyBoughtBeforeAmongTheirOrders() {
        var email = "c" + ids.next() + "@example.com";
        var customer = regulars().signedUp(email);
        var number = "536365-" + ids.next();
        var lantern = new PastOrder.Line(new Sku("71053"), "White metal lantern", 6, pence(339));
        var back = new PastOrder.Line(new Sku("71053"), "White metal lantern", -2, pence(339));
        orders.recordHistory(List.of(new PastOrder(
                new PastOrder.Origin("uci", number),
                customer,
                Channel.WEB,
                Emporium.LEEDS,
                THEN,
                POUNDS,
                PastOrder.State.COMPLETE,
                List.of(lantern, back))));
        var now = regulars().collects(customer, article("Boy's Belt (Brown)"));
        try (var window = browser.open(1440, ColorScheme.LIGHT)) {
            regulars().signIn(window.page(), email);
            var page = go(window, "/shop/account");
            assertThat(page.locator("tbody tr").first()).containsText(now.toString());
            var row = page.locator("tbody tr:has-text('£13.56')");
            assertThat(row).containsText("1 Dec 2010");
            window.assertFlawless();
            page.setViewportSize(390, 844);
            window.assertFlawless();
            for (var own : List.of("addresses", "details", "security")) {
                go(window, "/shop/account/" + own);
                window.assertFlawless();
                page.setViewportSize(1440, 1000);
                window.assertFlawless();
                page.setViewportSize(390, 844);
            }
            go(window, "/shop/account");
            assertThat(row).containsText("1 Dec 2010");
            assertThat(page.locator(".table-wrap").evaluate("table => table.scrollWidth - table.clientWidth"))
                    .as("pixels beyond the table's edge")
                    .isEqualTo(0);
            page.setViewportSize(1440, 1000);
            row.locator("a").click();
            assertThat(page.locator("h1")).hasText("Bought before this shop opened");
            assertThat(page.locator("main")).containsText("Number then: " + number);
            assertThat(page.locator("main")).containsText("−£6.78");
            assertThat(page.locator("main")).not().containsText("Cancel order");
            window.assertFlawless();
            page.setViewportSize(390, 844);
            window.assertFlawless();
        }
    }

    /** Only what a store need not do any more is the house's own business. */
    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop_de"})
    void everyStepOfAPlacesWorkHasWordsForTheBuyer(String file) throws IOException {
        var texts = new Properties();
        texts.load(getClass().getResourceAsStream("/messages/" + file + ".properties"));
        assertThat(Stream.concat(
                        Stream.of(ShipmentState.values())
                                .filter(state -> state != ShipmentState.CANCELLED)
                                .map(ShipmentState::event),
                        Stream.of(ShipmentChanged.LOWERED)))
                .hasSizeGreaterThan(10)
                .allSatisfy(type ->
                        assertThat(texts.getProperty("shop.event." + type)).isNotBlank());
    }

    private Regulars regulars() {
        return new Regulars(customers, orders, fulfilment, ids, port);
    }

    private Sku article(String title) {
        var sku = emporium.article(title, title.split("'")[0] + "'s", 1995, "8", "10");
        emporium.stock(sku, Emporium.LEEDS, 5);
        return sku;
    }

    @Test
    void aPasskeyOfThisDeviceLetsItsOwnerInUntilItIsTakenAway() {
        var email = "p" + ids.next() + "@example.com";
        assertThat(regulars().signedUp(email)).isNotNull();
        try (var window = browser.open(390, ColorScheme.LIGHT)) {
            lockOf(window.page());
            regulars().signIn(window.page(), email);
            var page = go(window, "/shop/account/security");
            page.locator("[data-passkey=make]").click();
            assertThat(page.locator(".note")).containsText("lets you in from now on");
            window.assertFlawless();
            page.locator("form[action='/shop/sign-out'] button").click();
            go(window, "/shop/sign-in?back=/shop/account/details");
            window.assertFlawless();
            var signed = page.waitForRequest("**/shop/sign-in/passkey?*", () -> page.locator("[data-passkey=use]").click());
            page.waitForURL(url -> !url.contains("sign-in"));
            var again = page.evaluate(
                    "body => fetch('/shop/sign-in/passkey', { method: 'POST', body, headers: { 'Content-Type': 'application/json', "
                            + "'X-XSRF-TOKEN': document.querySelector('input[name=_csrf]').value } }).then(answer => answer.status)",
                    signed.postData());
            assertThat(again).as("what was signed is worth nothing a second time").isEqualTo(422);
            assertThat(new Mailbox(database, key).kinds(email)).containsExactly("passkey-added");
            go(window, "/shop/account/security");
            page.locator("form[action*='/passkeys/'] button").click();
            assertThat(page.locator(".note")).containsText("lets nobody in any more");
            page.locator("form[action='/shop/sign-out'] button").click();
            go(window, "/shop/sign-in");
            page.locator("[data-passkey=use]").click();
            assertThat(page.locator("[data-passkeys] [role=alert]")).containsText("did not work");
        }
    }

    /** A device that keeps keys, and whose owner is there and agrees. */
    private static void lockOf(Page page) {
        var devtools = page.context().newCDPSession(page);
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        for (var can : List.of("hasResidentKey", "hasUserVerification", "isUserVerified", "automaticPresenceSimulation")) {
            options.addProperty(can, true);
        }
        var device = new JsonObject();
        device.add("options", options);
        assertThat(devtools.send("WebAuthn.enable")).isNotNull();
        assertThat(devtools.send("WebAuthn.addVirtualAuthenticator", device)).isNotNull();
    }

    private Page go(Browser.Window window, String path) {
        window.page().navigate("http://localhost:" + port + path);
        return window.page();
    }

    private static Money pence(long minor) {
        return new Money(minor, POUNDS);
    }
}

package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.giftcards.GiftCards;
import io.stoa.locations.Address;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.views.OrderQuery;
import io.stoa.pricing.Cut;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class OfficePagesTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private GiftCards cards;

    @Autowired
    private Coupons coupons;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office",
                "/office/board/figures",
                "/office/orders",
                "/office/orders?state=PLACED&door=WEB",
                "/office/stock",
                "/office/transfers",
                "/office/brand",
                "/office/mail",
                "/office/articles",
                "/office/articles/changes",
                "/office/articles/new",
                "/office/imports",
                "/office/imports/files",
                "/office/people",
                "/office/coupons",
                "/office/audit",
                "/office/log"
            })
    void everyPageWorksWithoutScript(String path) throws Exception {
        placed(2);
        var answer = as(Role.MANAGER).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("office.").doesNotContainPattern("<[a-z]+(\\s+[a-z-]+(=\"[^\"]*\")?)*\\s+style=");
    }

    @Test
    void whoGotLostFindsBackToTheirOwnDoorAndWhoMayNotSignsInAnew() throws Exception {
        assertThat(as(Role.MANAGER).get("/office/orders/999999999999").body()).contains("There is no such page", "href=\"/office\"");
        var refused = as(Role.ASSOCIATE).get("/office/orders");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This is not open to you", "href=\"/sign-in?back=/office\"");
    }

    @Test
    void whatCannotBeReadAndWhatIsTooOldIsNotCalledAFaultOfOursOrForbidden() throws Exception {
        var browser = as(Role.MANAGER);
        var unread = browser.get("/office/orders/abc");
        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(unread.body()).contains("That could not be read").doesNotContain("reference", "our side");
        var stale = browser.post("/office/transfers", "key=1");
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(stale.body()).contains("This page is too old", "href=\"/office\"").doesNotContain("not open to you", "/sign-in");
    }

    @Test
    void aCouponIsMadeLookedAtAndChangedAndWhatIsWrongStandsBesideItsField() throws Exception {
        var code = "OFFICE-" + ids.next();
        var manager = as(Role.MANAGER);
        var wrong = manager.submitFrom("/office/coupons", "/office/coupons", "code=%21&name=&off=a+lot&minimum=x&from=2026-12-31&until=2026-01-01&uses=0");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "id=\"code-error\"",
                        "id=\"name-error\"",
                        "id=\"off-error\"",
                        "id=\"minimum-error\"",
                        "id=\"until-error\"",
                        "id=\"uses-error\"");
        var form = "code=" + code.toLowerCase(Locale.ROOT)
                + "&name=Spring&off=12.5%25&from=2026-01-01&until=2999-12-31&uses=40&active=on";
        assertThat(manager.submitFrom("/office/coupons", "/office/coupons", form).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/office/coupons/" + code + "?said=saved"));
        assertThat(manager.submitFrom("/office/coupons", "/office/coupons", form).body()).contains("There is a coupon with this code");
        var page = manager.get("/office/coupons/" + code).body();
        assertThat(page).contains("12.5%", "0 of 40", "Holds", "value=\"2999-12-31\"");
        var changed = "code=" + code + "&name=Spring&off=5.00&version=1";
        assertThat(manager.submitFrom("/office/coupons", "/office/coupons/" + code, changed)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("said=saved");
        assertThat(manager.submitFrom("/office/coupons", "/office/coupons/" + code, changed)
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .contains("said=stale");
        assertThat(manager.get("/office/coupons").body()).contains(code, "Stopped", "$5.00");
        assertThat(as(Role.ASSOCIATE).get("/office/coupons").statusCode()).isNotEqualTo(200);
    }

    @Test
    void theListOfOrdersSaysWhereWhatIsDeliveredHomeComesFrom() throws Exception {
        var order = placed(1);
        var agent = as(Role.AGENT);
        var place = Pattern.compile("<td class=\"roomy\">shop-[0-9]+</td>");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> place.matcher(agent.get("/office/orders?number=" + order).body()).find());
    }

    @Test
    void anOrderTellsWhyItComesFromWhereItComes() throws Exception {
        var order = placed(2);
        var page = as(Role.AGENT).get("/office/orders/" + order).body();
        assertThat(page).contains("has everything.").contains("has all 2 pieces").contains("Order " + order + " placed").contains("Cancel order");
        var german = as(Role.AGENT).get("/office/orders/" + order + "?lang=de").body();
        assertThat(german).contains("hat alles.").contains("hat alle 2 Stück").doesNotContain("has ").doesNotContain("office.");
    }

    @Test
    void anOrderOfTheTimeBeforeSaysWhereItComesFromOnItsPageInTheListInTheFileAndOverTheApi() throws Exception {
        var number = "536365-" + ids.next();
        var lines = List.of(new PastOrder.Line(new Sku("71053"), "White metal lantern", 6, Money.of(339, "GBP")));
        var tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        var customer = new CustomerId(ids.next());
        orders.recordHistory(List.of(new PastOrder(
                new PastOrder.Origin("uci", number), customer, Channel.WEB, LocationId.WEB, tomorrow,
                Currency.getInstance("GBP"), PastOrder.State.COMPLETE, lines)));
        var id = orders.list(new OrderQuery(null, null, customer, null, 1)).items().getFirst().id();
        var browser = as(Role.AGENT);

        assertThat(browser.get("/office/orders/" + id).body())
                .contains("UCI Online Retail, no. " + number, "White metal lantern", "£20.34")
                .doesNotContain("Cancel order", "office.", "Why from there", "Nothing is paid yet");
        assertThat(browser.get("/office/orders").body().replaceAll("<[^>]+>", ""))
                .as("what a reader sees or hears")
                .contains(id + " UCI Online Retail, no. " + number);
        assertThat(browser.get("/office/orders?state=FULFILLED&door=WEB").body()).contains(number);
        assertThat(browser.get("/office/orders?state=PLACED").body()).doesNotContain(number);
        assertThat(browser.get("/office/orders?number=" + number).body())
                .contains("value=\"" + number + "\"", "UCI Online Retail, no. " + number, "orders.csv?number=" + number)
                .contains("href=\"/office/orders?state=FULFILLED&amp;number=" + number);
        assertThat(browser.get("/office/orders?number=" + number + "0").body()).contains("No order has the number " + number + "0");
        assertThat(browser.get("/office/orders.csv?number=" + number).body().lines()).hasSize(2);
        assertThat(browser.get("/api/v1/orders?number=" + number).body()).contains("\"id\":" + id);
        assertThat(browser.get("/api/v1/orders?number=" + "1".repeat(101)).statusCode()).isEqualTo(400);
        assertThat(browser.get("/office/orders.csv").body()).contains("20.34,GBP,uci," + number);
        assertThat(browser.get("/api/v1/orders/" + id).body())
                .contains("\"imported\":{\"source\":\"uci\",\"number\":\"" + number + "\"}");
        assertThat(browser.get("/api/v1/orders?customer=" + customer).body()).contains("\"number\":\"" + number);
        assertThat(browser.get("/api/v1/orders?after=1-x").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/v1/orders?after=-" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void anOrderIsCancelledWithAReasonAndOnlyOnce() throws Exception {
        var order = placed(1);
        var browser = as(Role.AGENT);
        var page = "/office/orders/" + order;
        assertThat(cancel(browser, page, "")).contains("said=reason");
        assertThat(cancel(browser, page, "bought+twice")).contains("said=cancelled");
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
        assertThat(browser.get(page).body()).contains("bought twice").doesNotContain("Cancel order");
    }

    @Test
    void anAgentTakesPiecesOutOfAnOrder() throws Exception {
        var order = placed(3);
        var browser = as(Role.AGENT);
        var page = "/office/orders/" + order;
        assertThat(browser.get(page).body()).contains("Take pieces out").contains("0 with the customer, 3 ordered");
        assertThat(orders.readdress(order, new Contact(null, "buyer@example.com", null), null, Retailer.WEB))
                .isInstanceOf(ChangeOutcome.Done.class);
        var wrong = browser.submitFrom(page, page + "/lines", "pieces-1=4&why=");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).as("the other form").contains("value=\"buyer@example.com\"");
        assertThat(wrong.body()).contains("Between 0 and 3", "Write why", "value=\"4\"");
        assertThat(browser.get(page + "/lines").headers().firstValue("Location").orElseThrow()).endsWith(page);
        assertThat(post(browser, page, page + "/lines", "pieces-1=1&why=two+were+too+many")).endsWith("said=fewer");
        assertThat(orders.find(order).orElseThrow().lines().getFirst().cancelled()).isEqualTo(2);
        assertThat(browser.get(page + "?said=fewer").body()).contains("is free again").contains("two were too many");
    }

    @Test
    void anOrderThatBecameSmallerAddsUpAndOneThatStaysAsItIsIsNotCalledChanged() throws Exception {
        var order = placed(3);
        var browser = as(Role.AGENT);
        var page = "/office/orders/" + order;
        var same = browser.submitFrom(page, page + "/lines", "pieces-1=3&why=none");
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(same.body()).contains("id=\"pieces-1-error\"", "Nothing changes");
        assertThat(browser.get(page).body()).doesNotContain("Taken out");
        assertThat(post(browser, page, page + "/lines", "pieces-1=1&why=two+were+too+many")).endsWith("said=fewer");
        assertThat(browser.get(page).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " "))
                .contains("Ordered $2.10 $23.10 Taken out −$15.40 Total $7.70");
    }

    @Test
    void whatIsSentForAnOrderThatIsNotOpenAnyMoreIsAnsweredInWords() throws Exception {
        var order = placed(1);
        var browser = as(Role.AGENT);
        var page = "/office/orders/" + order;
        assertThat(browser.get(page).body()).contains("Take pieces out");
        assertThat(orders.cancel(order, "none", Retailer.WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(post(browser, "/office/transfers", page + "/lines", "pieces-1=7&why=")).endsWith("said=late");
        assertThat(post(browser, "/office/transfers", page + "/contact", "email=nobody")).endsWith("said=late");
        assertThat(browser.get(page + "?said=late").body()).contains("the order has moved on");
    }

    @Test
    void anAgentSendsAnOpenOrderElsewhere() throws Exception {
        var order = placed(1);
        var browser = as(Role.AGENT);
        var page = "/office/orders/" + order;
        var wrong = browser.submitFrom(page, page + "/contact", "name=Mover&email=mover&line1=&city=Leeds&country=GB");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("looks like name@example.com", "Write the street", "value=\"Leeds\"");
        var right = "name=Mover&email=mover@example.com&line1=2+New+Street&city=Leeds&postcode=LS1+1AA&country=GB";
        assertThat(post(browser, page, page + "/contact", right)).endsWith("said=readdressed");
        assertThat(orders.find(order).orElseThrow().address())
                .extracting(Address::line1, Address::city)
                .containsExactly("2 New Street", "Leeds");
        assertThat(browser.get(page).body()).contains("Contact or address of order " + order + " changed");
        var unreached = browser.submitFrom(page, page + "/contact", right.replace("mover@example.com", ""));
        assertThat(unreached.statusCode()).isEqualTo(422);
        assertThat(unreached.body()).contains("nobody could be told about this order");
    }

    @Test
    void anOrderIsAmendedOverTheApi() throws Exception {
        var order = placed(3);
        var address = "/api/v1/orders/" + order;
        var agent = new Browser(port)
                .bearing(tokens.issue(new NewToken("agent", Set.of(Role.AGENT), List.of(Channel.PHONE), null)).secret());
        assertThat(agent.put(address + "/lines/1", "{\"quantity\":2,\"reason\":\"one broke\"}").statusCode()).isEqualTo(200);
        assertThat(agent.put(address + "/lines/1", "{\"quantity\":2,\"reason\":\"again\"}").statusCode()).isEqualTo(200);
        assertThat(orders.find(order).orElseThrow().lines().getFirst().cancelled()).isOne();
        assertThat(agent.put(address + "/lines/1", "{\"quantity\":3,\"reason\":\"more\"}").body())
                .contains("only-smaller", "only become smaller");
        assertThat(agent.put(address + "/contact", "{\"email\":\"nobody\"}").statusCode()).isEqualTo(400);
        assertThat(agent.put(address + "/contact", "{\"email\":\"m@example.com\"}").statusCode()).isEqualTo(200);
        assertThat(agent.get(address).body()).contains("m@example.com");
        assertThat(orders.cancel(order, "none", Retailer.WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(agent.put(address + "/contact", "{}").body()).contains("order-not-open");
    }

    @Test
    void ordersAreExportedForASpreadsheet() throws Exception {
        var order = placed(1);
        var file = as(Role.MANAGER).get("/office/orders.csv?door=WEB");
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body()).as("a spreadsheet reads it as UTF-8").startsWith("\uFEFForder,placed,state,door").contains(order + ",");
    }

    @Test
    void stockGiftCardsAndCouponsAreExportedAsTheyStand() throws Exception {
        var store = retailer.store("exported");
        var mug = retailer.article("mug", 700);
        retailer.stock(mug, store, 3);
        var browser = as(Role.MANAGER);
        assertThat(browser.get("/office/stock?location=" + store).body()).contains("href=\"/office/stock.csv?location=" + store + "\"");
        assertThat(browser.get("/office/stock.csv?location=" + store).body().lines()).hasSize(2).last().asString()
                .startsWith(mug + ",").endsWith("," + store + ",3,0,0,0,0,0,3");
        assertThat(browser.get("/office/stock.csv").body()).contains("," + store + ",3,0,0,0,0,0,3");

        var card = cards.issue("exported-" + ids.next(), Money.of(2500, "USD"), Touchpoint.SYSTEM).card();
        assertThat(browser.get("/office/gift-cards.csv?ending=" + card.ending()).body()).contains(card.id() + "," + card.ending() + ",25.00,25.00,0.00,USD,false,");
        assertThat(browser.get("/office/gift-cards.csv").body().lines().count()).isGreaterThan(1);

        var code = new CouponCode("EXPORTED-" + ids.next());
        var tenth = new Coupon(code, "A tenth", Cut.Kind.PERCENT, 1000, null, 0, null, null, 5, false, true);
        assertThat(coupons.save(tenth, new Expected.Nothing(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
        assertThat(browser.get("/office/coupons.csv").body()).contains(code + ",A tenth,PERCENT,1000,,0,,,5,0,false,true");
    }

    @Test
    void stockIsReceivedOnceHoweverOftenTheFormIsSent() throws Exception {
        var store = retailer.store("here");
        var sku = retailer.article("mug", 700);
        retailer.stock(sku, store, 3);
        var browser = as(Role.MERCHANDISER);
        var page = StockShown.href(sku, store);
        var form = "sku=" + sku + "&location=" + store + "&kind=RECEIVED&quantity=4&reason=delivery&id=" + ids.next();
        assertThat(post(browser, page, "/office/stock/movements", form)).contains("said=moved");
        assertThat(post(browser, page, "/office/stock/movements", form)).contains("said=known");
        assertThat(retailer.row(sku, store).onHand()).isEqualTo(7);
        assertThat(browser.get(page).body()).contains("delivery");
    }

    @Test
    void moreThanThereIsCannotBeDamaged() throws Exception {
        var store = retailer.store("here");
        var sku = retailer.article("mug", 700);
        retailer.stock(sku, store, 3);
        var form = "sku=" + sku + "&location=" + store + "&kind=DAMAGED&quantity=4&reason=fell&id=" + ids.next();
        assertThat(post(as(Role.MANAGER), StockShown.href(sku, store), "/office/stock/movements", form))
                .contains("said=too-many");
    }

    @Test
    void goodsAreSentOnceAndCountedInWithWhatIsMissing() throws Exception {
        var from = retailer.store("here");
        var to = retailer.store("there");
        var sku = retailer.article("mug", 700);
        retailer.stock(sku, from, 5);
        var browser = as(Role.MERCHANDISER);
        var form = "from=" + from + "&to=" + to + "&article0=" + sku + "&pieces0=%d&key=" + ids.next();

        var refused = browser.submitFrom("/office/transfers", "/office/transfers", form.formatted(6));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Only 5 can leave");
        var page = post(browser, "/office/transfers", "/office/transfers", form.formatted(4));
        assertThat(page).contains("said=sent");
        assertThat(post(browser, "/office/transfers", "/office/transfers", form.formatted(4))).contains("said=known");
        assertThat(retailer.row(sku, from).onHand()).isEqualTo(1);
        assertThat(retailer.row(sku, to).inTransit()).isEqualTo(4);

        var transfer = page.substring(page.indexOf("/office/transfers"), page.indexOf('?'));
        assertThat(post(browser, transfer, transfer + "/receipt", "pieces." + sku + "=3")).contains("said=received");
        assertThat(retailer.row(sku, to).onHand()).isEqualTo(3);
        assertThat(browser.get(transfer).body()).contains("1 missing").doesNotContain("office.");
    }

    @Test
    void whatIsWrongWithATransferStandsBesideTheField() throws Exception {
        var here = retailer.store("here");
        var form = "from=" + here + "&to=" + here + "&article0=no-such-thing&pieces0=many&key=1";
        var answer = as(Role.MANAGER).submitFrom("/office/transfers", "/office/transfers", form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"to-error\"", "id=\"article0-error\"", "id=\"pieces0-error\"")
                .contains("value=\"no-such-thing\"");
        var mug = retailer.article("mug", 100);
        var nowhere = "from=" + here + "&to=nowhere&article0=" + mug + "&pieces0=1&key=" + ids.next();
        assertThat(as(Role.MANAGER).submitFrom("/office/transfers", "/office/transfers", nowhere).body())
                .contains("id=\"to-error\"", "There is no such place with goods")
                .doesNotContain("id=\"from-error\"");
    }

    @Test
    void aFormulaInAnExportIsText() {
        assertThat(Csv.line("=1+1", "a,b", "say \"hi\"")).isEqualTo("'=1+1,\"a,b\",\"say \"\"hi\"\"\"\r\n");
    }

    private String cancel(Browser browser, String page, String reason) throws Exception {
        return post(browser, page, page + "/cancellation", "reason=" + reason);
    }

    /** Sends a form that stands on one page to the address that it names. */
    private static String post(Browser browser, String page, String action, String form) throws Exception {
        return browser.submitFrom(page, action, form).headers().firstValue("Location").orElse("");
    }

    private OrderId placed(int pieces) {
        var store = retailer.store("shop");
        var sku = retailer.article("mug", 700);
        retailer.stock(sku, store, 10);
        var asked = Retailer.order(new Delivery.Ship(Retailer.HOME), Retailer.card("tok_approve"), Retailer.line(sku, pieces));
        return ((Placed) orders.place(asked)).order();
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("o" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}

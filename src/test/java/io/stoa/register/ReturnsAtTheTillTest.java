package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Role;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.views.OrderQuery;
import io.stoa.page.Browser;
import io.stoa.returns.NewReturn;
import io.stoa.returns.ReturnOutcome;
import io.stoa.returns.ReturnReason;
import io.stoa.returns.Returns;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

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
    private Customers customers;

    @Autowired
    private Returns returns;

    @Autowired
    private JdbcClient database;

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

    /** Time is over: the associate asks a manager, who signs and says why; what was typed stays. */
    @Test
    void pastItsTimeAManagerTakesItBackAllTheSame() throws Exception {
        var store = retailer.store("past-its-time");
        var order = soldDaysAgo(store, 40);
        var associate = Associate.at(store, staff, port);
        var page = associate.look("/till/returns?order=" + order);
        assertThat(page).contains("Only if something is wrong with it, until").doesNotContain("name=\"why\"");
        var form = "order=" + order + "&key=" + page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1")
                + "&pieces.1=2&reason.1=DOES_NOT_FIT&goods.1=DAMAGE";
        var asked = associate.send("/till/returns", form);
        assertThat(asked)
                .contains("it could come back until", "name=\"why\"", "name=\"manager\"", "name=\"password\"")
                .containsPattern("name=\"pieces.1\" value=\"2\"")
                .containsPattern("value=\"DOES_NOT_FIT\" selected")
                .containsPattern("value=\"DAMAGE\" selected");
        var wrong = associate.send("/till/returns", form + "&why=Good+customer&manager=nobody&password=wrong");
        assertThat(wrong).contains("Nothing was taken back", "value=\"Good customer\"").doesNotContain("value=\"wrong\"");
        var signed = "&why=Good+customer&manager=" + manager() + "&password=" + Associate.password().replace(' ', '+');
        assertThat(associate.send("/till/returns", form + signed)).contains("Taken back", "2 × mug");
        assertThat(returns.of(order).getFirst().overrule()).satisfies(overrule -> assertThat(overrule.reason()).isEqualTo("Good customer"));
    }

    /** $33.00 come back, $11.00 are taken instead: the rest goes back in coins, and the receipt says so. */
    @Test
    void whatComesBackPaysForWhatIsTakenInsteadAndTheRestGoesBack() throws Exception {
        var store = retailer.store("instead");
        var order = soldDaysAgo(store, 1);
        var associate = Associate.at(store, staff, port);
        assertThat(exchanged(associate, order, 3)).contains("$33.00 are kept of return", "3 × mug", "Give it back instead");
        var mug = orders.find(order).orElseThrow().lines().getFirst().sku();
        assertThat(associate.scan(mug)).contains("Pay with it");
        var sold = associate.send("/till/parts", "attempt=" + associate.attempt("gift") + "&exchange=1");
        assertThat(sold).contains("Exchanged goods", "$22.00 go back. Give it back in cash.");
        assertThat(associate.look("/till")).doesNotContain("are kept of return");
        var document = returns.of(order).getFirst();
        assertThat(document.exchanged()).isEqualTo(Money.of(1100, "USD"));
        assertThat(associate.look("/till/returns/" + document.id())).contains("$22.00", "Give it back in cash");
        await().untilAsserted(() -> assertThat(returns.of(order).getFirst().refunded()).isEqualTo(Money.of(2200, "USD")));
    }

    /** $11.00 come back, $22.00 are taken: the rest is paid in coins; a sale that is called off leaves the money kept. */
    @Test
    void whatIsDearerIsPaidForAndWhatIsCalledOffStaysKept() throws Exception {
        var store = retailer.store("dearer");
        var order = soldDaysAgo(store, 1);
        var mug = orders.find(order).orElseThrow().lines().getFirst().sku();
        var associate = Associate.at(store, staff, port);
        assertThat(exchanged(associate, order, 1)).contains("$11.00 are kept of return");
        retailer.stock(mug, store, 5);
        var _ = associate.scan(mug);
        var _ = associate.scan(mug);
        var part = associate.send("/till/parts", "attempt=" + associate.attempt("gift") + "&exchange=1");
        assertThat(part).contains("Exchanged goods").containsPattern("data-due>\\$11.00<").doesNotContain("are kept of return");
        var _ = associate.send("/till/parts/back", "");
        await().untilAsserted(() -> assertThat(associate.look("/till")).contains("$11.00 are kept of return"));
        var again = Associate.at(store, staff, port);
        assertThat(again.look("/till")).doesNotContain("are kept of return");
        assertThat(again.look("/till/returns?order=" + order)).contains("$11.00 are kept of return", "Use it for other goods");
        var id = returns.of(order).getFirst().id();
        assertThat(again.send("/till/exchanges/" + id, "")).contains("$11.00 are kept of return");
        assertThat(again.send("/till/exchanges/" + id + "/refund", "")).contains("Give it back in cash", "$11.00");
        assertThat(again.send("/till/exchanges/" + id, "")).contains("Nothing is kept of this return any more");
        assertThat(again.post("/till/exchanges/1/refund", "").statusCode()).isEqualTo(404);
    }

    /** No receipt: by who bought it; and by the number of what was announced. */
    @Test
    void withoutAReceiptItIsFoundByWhoBoughtItOrWhatWasAnnounced() throws Exception {
        var store = retailer.store("no-receipt");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 1);
        var email = "finder-" + ids.next() + "@example.com";
        var finder = new NewCustomer(null, "Frieda Finder", List.of(email), List.of(), List.of(), List.of(), "en");
        var customer = customers.register(finder, Retailer.WEB);
        var asked = Retailer.order(new Delivery.TakeAway(store), new InCash(), Retailer.line(mug, 1));
        var sold = (PlaceOutcome.Placed) orders.place(asked);
        var associate = Associate.at(store, staff, port);
        assertThat(associate.look("/till/returns?order=" + email)).contains("and no customer by this name");
        database.sql("UPDATE orders.orders SET customer = %s WHERE id = %s".formatted(customer, sold.order())).update();
        var found = associate.look("/till/returns?order=" + email);
        assertThat(found).contains("Frieda Finder", "/till/returns?order=" + sold.order(), "$11.00");
        var line = new NewReturn.Line(1, Quantity.of(1), ReturnReason.FAULTY);
        var announced = (ReturnOutcome.Done) returns.open(new NewReturn("till-" + ids.next(), sold.order(), List.of(line)), Retailer.WEB);
        assertThat(associate.look("/till/returns?order=" + announced.document().id()))
                .contains("Announced return " + announced.document().id(), "Order " + sold.order());
    }

    private static String exchanged(Associate associate, OrderId order, int pieces) throws Exception {
        var key = associate.look("/till/returns?order=" + order).replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
        return associate.send(
                "/till/returns", "order=%s&key=%s&pieces.1=%d&reason.1=DOES_NOT_FIT&goods.1=RESTOCK&kind=EXCHANGE".formatted(order, key, pieces));
    }

    private OrderId soldDaysAgo(LocationId store, int days) {
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 3);
        var sold = (PlaceOutcome.Placed) orders.place(Retailer.order(new Delivery.TakeAway(store), new InCash(), Retailer.line(mug, 3)));
        database.sql("UPDATE orders.orders SET placed_at = placed_at - make_interval(days => %d) WHERE id = %s".formatted(days, sold.order()))
                .update();
        return sold.order();
    }

    private String manager() {
        var login = new Login("m" + ids.next());
        staff.save(new Account(login, "A manager", Set.of(Role.MANAGER), null, true), new Password(Associate.password()));
        return login.value();
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

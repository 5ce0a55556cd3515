package io.stoa.office.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.returns.NewReturn;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnKind;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnReason;
import io.stoa.returns.Returns;
import io.stoa.returns.policy.ReturnPolicies;
import io.stoa.returns.policy.ReturnPolicy;
import io.stoa.secrets.Password;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class ReturnsPagesTest {

    private static final String PASSWORD = "a good password";
    private static final String POLICY = "/office/returns/policy";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Returns returns;

    @Autowired
    private ReturnPolicies policies;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private LocationId store = LocationId.WEB;

    @AfterEach
    void thePolicyThatStoaComesWith() {
        assertThat(policies.save(ReturnPolicy.OWN, new Expected.Something(), Touchpoint.SYSTEM)).isInstanceOf(Saved.Done.class);
    }

    @Test
    void whatIsAnnouncedIsListedAndCalledOff() throws Exception {
        var browser = as(Role.AGENT);
        var announced = announced();
        assertThat(browser.get("/office/returns?state=REQUESTED").body()).contains(announced.id().toString(), "Announced");
        assertThat(browser.get("/office/returns?state=REFUNDED").body()).doesNotContain(announced.id().toString());
        var page = "/office/returns/" + announced.id();
        assertThat(browser.get(page).body()).contains("2 × mug", "Does not fit", "The goods are not here yet");
        var said = browser.submitFrom(page, page + "/cancellation", "").headers().firstValue("Location").orElse("");
        assertThat(said).endsWith("said=cancelled");
        assertThat(browser.get(page).body()).contains("Called off").doesNotContain("/cancellation");
        assertThat(browser.get("/office/returns.csv").body())
                .contains(announced.id() + "," + announced.order(), ",CANCELLED,", ",2,DOES_NOT_FIT,");
        assertThat(browser.get("/office/returns/1").statusCode()).isEqualTo(404);
    }

    @Test
    void theTimeIsChangedAndHoldsAtOnce() throws Exception {
        var browser = as(Role.MANAGER);
        var shelf = shelf(browser);
        var wrong = browser.submitFrom(POLICY, POLICY, "version=0&days=many&faultyDays=4000&travelDays=5&shelf.1=%1$s&days.1=&shelf.2=%1$s&days.2=3".formatted(shelf));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("days-error", "faultyDays-error", "days.1-error", "shelf.2-error", "value=\"many\"")
                .doesNotContain("travelDays-error", "returns.policy");
        var form = "days=14&faultyDays=365&travelDays=3&shelf.1=" + shelf + "&days.1=0&shelf.2=&days.2=9&version=";
        long version = policies.policy().version();
        assertThat(sent(browser, form + version)).endsWith("said=saved");
        assertThat(policies.policy().value())
                .isEqualTo(new ReturnPolicy(14, 365, 3, List.of(new ReturnPolicy.Rule(shelf, 0))));
        assertThat(sent(browser, form + version)).endsWith("said=stale");
        assertThat(browser.get(POLICY).body()).contains("value=\"14\"", "value=\"" + shelf + "\" selected");
    }

    @Test
    void anAgentGivesMoneyBackWithoutGoods() throws Exception {
        var browser = as(Role.AGENT);
        var order = announced().order();
        var page = "/office/orders/" + order + "/claim";
        assertThat(browser.get("/office/orders/" + order).body()).contains(page, "Announced");
        var empty = browser.submitFrom(page, page, "key=k&pieces.1=0");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("Say of how many pieces");
        var form = "key=" + ids.next() + "&pieces.1=1&reason.1=FAULTY";
        var done = browser.submitFrom(page, page, form).headers().firstValue("Location").orElse("");
        assertThat(done).endsWith("said=claimed");
        assertThat(browser.submitFrom(page, page, form).headers().firstValue("Location")).hasValue(done);
        assertThat(browser.get(done.replaceFirst("https?://[^/]+", "")).body())
                .contains("Money without goods", "$11.00")
                .doesNotContain("returns.claim");
        assertThat(returns.of(order)).hasSize(2);
        var few = browser.submitFrom(page, page, "key=" + ids.next() + "&pieces.1=2&reason.1=FAULTY");
        assertThat(few.body()).contains("fewer pieces");
    }

    @Test
    void whatIsKeptAndNobodyCameForGoesBack() throws Exception {
        var browser = as(Role.AGENT);
        var announced = announced();
        var lines = List.of(new NewReturn.Line(1, Quantity.of(1), ReturnReason.DOES_NOT_FIT));
        var wish = new NewReturn("pages-" + ids.next(), announced.order(), ReturnKind.EXCHANGE, lines, null);
        var kept = ((Done) returns.returnAtTill(wish, store, Map.of(), Touchpoint.SYSTEM)).document();
        var page = "/office/returns/" + kept.id();
        assertThat(browser.get(page).body()).contains("Kept for other goods", "$11.00 are kept", "Goods for other goods");
        assertThat(browser.submitFrom(page, page + "/refund", "").headers().firstValue("Location").orElse("")).endsWith("said=back");
        assertThat(browser.get(page).body()).doesNotContain("are kept for other goods", page + "/refund");
    }

    @Test
    void onlyManagersChangeIt() throws Exception {
        assertThat(as(Role.AGENT).get(POLICY).statusCode()).isEqualTo(403);
        assertThat(as(Role.AGENT).get("/office/returns").body()).doesNotContain(POLICY);
    }

    private String sent(Browser browser, String form) throws Exception {
        return browser.submitFrom(POLICY, POLICY, form).headers().firstValue("Location").orElse("");
    }

    /** The first shelf that can be chosen. */
    private static String shelf(Browser browser) throws Exception {
        return browser.get(POLICY).body().replaceAll("(?s).*?name=\"shelf.1\".*?<option value=\"\"[^>]*>.*?<option value=\"([^\"]+)\".*", "$1");
    }

    private Return announced() {
        store = retailer.store("returns-office");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2);
        var bought = (Placed) orders.place(Retailer.order(new Delivery.TakeAway(store), new InCash(), Retailer.line(mug, 2)));
        var line = new NewReturn.Line(1, Quantity.of(2), ReturnReason.DOES_NOT_FIT);
        return ((Done) returns.open(new NewReturn("pages-" + ids.next(), bought.order(), List.of(line)), Touchpoint.SYSTEM)).document();
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("r" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var browser = new Browser(port);
        var signedIn = browser.signIn(Entrance.STAFF, login.value(), PASSWORD);
        assertThat(signedIn.statusCode()).isBetween(200, 399);
        return browser;
    }
}

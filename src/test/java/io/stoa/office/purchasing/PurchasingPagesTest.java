package io.stoa.office.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.inventory.Availability;
import io.stoa.secrets.Password;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class PurchasingPagesTest {

    private static final String PASSWORD = "a good password";
    private static final String LIST = "/office/purchasing";

    @Autowired
    private Retailer retailer;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    private Browser browser = new Browser(0);
    private LocationId leeds = LocationId.WEB;
    private Sku sku = new Sku("none");

    @BeforeEach
    void signedIn() throws Exception {
        leeds = retailer.store("leeds");
        sku = retailer.article("kettle", 2_500);
        browser = as(Role.MERCHANDISER);
    }

    @Test
    void goodsAreOrderedAndComeInParts() throws Exception {
        var form = "supplier=" + supplier() + "&location=" + leeds + "&article0=" + sku + "&pieces0=10&cost0=4.50&key=" + ids.next();
        var drafted = post(LIST, LIST, form);
        assertThat(drafted).contains("said=drafted");
        assertThat(post(LIST, LIST, form)).contains("said=known");
        var page = drafted.substring(drafted.indexOf(LIST), drafted.indexOf('?'));
        assertThat(browser.get(page).body()).contains("$45.00", "Place it").doesNotContain("purchasing.");
        assertThat(post(page, page + "/placing", "")).contains("said=placed");
        assertCounters(0, 0, 10);

        assertThat(count(page, version(page), "good." + sku + "=5&damaged." + sku + "=1")).contains("said=received");
        assertCounters(5, 1, 4);
        assertThat(browser.get(page).body()).contains("6 of 10", "1 damaged", "5 good, 1 damaged").doesNotContain("purchasing.");
        assertThat(browser.get(LIST + "?state=PLACED").body()).contains("6 of 10");
        assertThat(post(page, page + "/closing", "")).contains("said=closed");
        assertCounters(5, 1, 0);
        assertThat(browser.get(page).body()).contains("Closed short").doesNotContain("Count it in");
    }

    @Test
    void tooManyAreTakenOnlyWithATick() throws Exception {
        var page = placed(3);
        var many = "good." + sku + "=5&version=" + version(page) + "&key=" + ids.next();
        var refused = browser.submitFrom(page, page + "/receipts", many);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("that is more than was ordered", "value=\"5\"");
        assertCounters(0, 0, 3);
        assertThat(post(page, page + "/receipts", many + "&over=on")).contains("said=received");
        assertThat(browser.get(page).body()).contains("2 too many", "All there");
        assertCounters(5, 0, 0);
    }

    /** Two people have the page open when the parcel comes. */
    @Test
    void whoCountsTheSameDeliverySecondIsTold() throws Exception {
        var page = placed(10);
        var seen = version(page);
        assertThat(count(page, seen, "good." + sku + "=4")).contains("said=received");
        assertThat(count(page, seen, "good." + sku + "=4")).contains("said=changed");
        assertCounters(4, 0, 6);
        assertThat(browser.get(page + "?said=changed").body()).contains("somebody changed this order meanwhile");
    }

    @Test
    void whatIsWrongStandsBesideTheField() throws Exception {
        var _ = supplier();
        var form = "location=nowhere!&article0=no-such-thing&pieces0=many&cost0=much&expected=soon&key=1";
        var answer = browser.submitFrom(LIST, LIST, form);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("supplier-error", "location-error", "expected-error", "article0-error", "pieces0-error", "cost0-error")
                .contains("value=\"no-such-thing\"");
        var nameless = browser.submitFrom(LIST + "/suppliers", LIST + "/suppliers", "email=nobody&days=many");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("name-error", "email-error", "days-error");
    }

    @Test
    void aSupplierIsChangedByOneAtATime() throws Exception {
        var page = LIST + "/suppliers/" + supplier();
        assertThat(post(page, page, "name=Weavers&days=3&version=1")).contains("said=saved");
        assertThat(post(page, page, "name=Others&days=3&version=1")).contains("said=stale");
        assertThat(browser.get(page).body()).contains("Weavers").doesNotContain("Others");
    }

    @Test
    void whatRunsShortIsDraftedAtOnePress() throws Exception {
        var page = LIST + "/reorder";
        var form = "article=" + sku + "&supplier=" + supplier() + "&location=" + leeds + "&point=%s&upTo=12";
        assertThat(browser.submitFrom(page, page, form.formatted("12")).body()).contains("upTo-error");
        assertThat(post(page, page, form.formatted("4"))).contains("said=set");
        assertThat(browser.get(page).body()).contains("kettle", "To order", leeds.value()).doesNotContain("purchasing.");
        assertThat(post(page, page + "/drafts", "key=" + ids.next())).endsWith("?state=DRAFTED");
        assertThat(browser.get(LIST + "?state=DRAFTED").body()).contains(leeds.value(), "0 of 12");
        assertThat(post(page, page + "/removal", "sku=" + sku + "&location=" + leeds)).contains("said=removed");
        assertThat(browser.get(page).body()).doesNotContain(leeds.value() + "</td>");
    }

    @Test
    void whoIsNoBuyerHasNoDoor() throws Exception {
        assertThat(as(Role.AGENT).get(LIST).statusCode()).isEqualTo(403);
        assertThat(as(Role.AGENT).get("/office").body()).doesNotContain(LIST);
        assertThat(browser.get("/office").body()).contains(LIST);
    }

    private String placed(int pieces) throws Exception {
        var form = "supplier=" + supplier() + "&location=" + leeds + "&article0=" + sku + "&pieces0=" + pieces + "&key=" + ids.next();
        var drafted = post(LIST, LIST, form);
        var page = drafted.substring(drafted.indexOf(LIST), drafted.indexOf('?'));
        assertThat(post(page, page + "/placing", "")).contains("said=placed");
        return page;
    }

    /** A new one, found by its name. */
    private String supplier() throws Exception {
        var name = "Potters " + ids.next();
        assertThat(post(LIST + "/suppliers", LIST + "/suppliers", "name=" + name.replace(' ', '+') + "&days=7")).contains("said=saved");
        return found("suppliers/(\\d+)\">" + name, browser.get(LIST + "/suppliers").body());
    }

    private String version(String page) throws Exception {
        return found("name=\"version\" value=\"(\\d+)\"", browser.get(page).body());
    }

    private static String found(String pattern, String body) {
        var found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String count(String page, String version, String counted) throws Exception {
        return post(page, page + "/receipts", counted + "&version=" + version + "&key=" + ids.next());
    }

    private void assertCounters(int onHand, int damaged, int inTransit) {
        assertThat(retailer.row(sku, leeds))
                .extracting(Availability::onHand, Availability::damaged, Availability::inTransit)
                .containsExactly(onHand, damaged, inTransit);
    }

    private String post(String page, String action, String form) throws Exception {
        return browser.submitFrom(page, action, form).headers().firstValue("Location").orElse("");
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("b" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var window = new Browser(port);
        assertThat(window.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return window;
    }
}

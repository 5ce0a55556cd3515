package io.stoa.office.counts;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
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
class CountPagesTest {

    private static final String PASSWORD = "a good password";
    private static final String LIST = "/office/counts";

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
        retailer.stock(sku, leeds, 23);
        browser = as(Role.MERCHANDISER);
    }

    @Test
    void aShelfIsScannedCountedAndPosted() throws Exception {
        var page = begun();
        assertThat(browser.get(page).body()).contains("name=\"article\"", "kettle").doesNotContain(">23<", "counts.");
        var scanned = browser.get(page + "?article=" + sku).body();
        assertThat(scanned).contains("How many are there now?").doesNotContain(">23<", "counts.");
        var form = "sku=" + sku + "&pieces=21&key=" + key(scanned);
        assertThat(post(page, "/entries", form)).endsWith("said=entered");
        retailer.stock(sku, leeds, 5);
        assertThat(post(page, "/entries", form)).endsWith("said=entered");
        assertThat(post(page, "/review", "")).endsWith("said=reviewed");
        var reviewed = browser.get(page).body();
        assertThat(reviewed).contains("−2", "−$50.00").doesNotContain("counts.");
        assertThat(post(page, "/posting", "version=1")).endsWith("said=changed");
        assertThat(post(page, "/posting", "version=" + version(reviewed))).endsWith("said=posted");
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(26);
        assertThat(browser.get(page).body()).contains("Posted").doesNotContain("/posting", "counts.");
        assertThat(browser.get(page + "/lines.csv").body()).contains(sku + ",kettle,21,23,-2,-50.00");
        assertThat(browser.get(LIST + "?state=POSTED").body()).contains("1 of 1");
    }

    @Test
    void farOffWaitsForTheManager() throws Exception {
        var page = begun();
        assertThat(post(page, "/review", "")).endsWith("said=nothing");
        enter(page, 3);
        assertThat(post(page, "/review", "")).endsWith("said=reviewed");
        var seen = browser.get(page).body();
        assertThat(seen).contains("A manager says here why it is right").doesNotContain("/posting");
        var version = "version=" + browserVersion(page);
        assertThat(post(page, "/posting", version + "&approval=I+say+so")).endsWith("said=approval");
        assertThat(post(page, "/recounts", "sku=" + sku)).endsWith("said=choose");
        assertThat(post(page, "/recounts", "sku=" + sku + "&reason=look+behind")).endsWith("said=back");
        assertThat(browser.get(page).body()).contains("look behind");
        enter(page, 4);
        assertThat(post(page, "/review", "")).endsWith("said=reviewed");
        browser = as(Role.MANAGER);
        version = "version=" + version(browser.get(page).body());
        assertThat(post(page, "/posting", version)).endsWith("said=approval");
        assertThat(post(page, "/posting", version + "&approval=a+pallet+was+stolen")).endsWith("said=posted");
        assertThat(browser.get(page).body()).contains("Approved: a pallet was stolen");
        assertThat(retailer.row(sku, leeds).onHand()).isEqualTo(4);
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        var nowhere = browser.submitFrom(LIST, LIST, "location=nowhere&key=1");
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("location-error");
        var empty = browser.submitFrom(LIST, LIST, "location=" + retailer.store("empty") + "&key=" + ids.next());
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("There is nothing to count there");
        var page = begun();
        assertThat(browser.get(page + "?article=no-such-thing").body()).contains("There is no such article");
        assertThat(post(page, "/entries", "sku=" + sku + "&pieces=many&key=1")).endsWith("said=incomplete&article=" + sku);
        assertThat(browser.get(page + "?said=incomplete&article=" + sku).body()).contains("pieces-error");
        assertThat(post(page, "/calling-off", "")).endsWith("said=off");
        assertThat(post(page, "/review", "")).endsWith("said=changed");
        assertThat(browser.get(LIST + "/999").statusCode()).isEqualTo(404);
    }

    @Test
    void whoDoesNotCountHasNoDoor() throws Exception {
        assertThat(as(Role.AGENT).get(LIST).statusCode()).isEqualTo(403);
        assertThat(as(Role.AGENT).get("/office").body()).doesNotContain(LIST);
        assertThat(browser.get("/office").body()).contains(LIST);
    }

    private String begun() throws Exception {
        var there = browser.submitFrom(LIST, LIST, "location=" + leeds + "&key=" + ids.next()).headers().firstValue("Location").orElseThrow();
        return there.substring(there.indexOf(LIST));
    }

    private void enter(String page, int pieces) throws Exception {
        var form = "sku=" + sku + "&pieces=" + pieces + "&key=" + key(browser.get(page + "?article=" + sku).body());
        assertThat(post(page, "/entries", form)).endsWith("said=entered");
    }

    /** Of a form that is not shown to whoever may not post. */
    private String browserVersion(String page) throws Exception {
        var mine = browser;
        browser = as(Role.MANAGER);
        var version = version(browser.get(page).body());
        browser = mine;
        return version;
    }

    private static String key(String body) {
        return found("name=\"key\" value=\"(\\d+)\"", body);
    }

    private static String version(String body) {
        return found("name=\"version\" value=\"(\\d+)\"", body);
    }

    private static String found(String pattern, String body) {
        var found = Pattern.compile(pattern).matcher(body);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private String post(String page, String step, String form) throws Exception {
        return browser.submitFrom(page, page + step, form).headers().firstValue("Location").orElse("");
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("c" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        var window = new Browser(port);
        assertThat(window.signIn(Entrance.STAFF, login.value(), PASSWORD).statusCode()).isEqualTo(302);
        return window;
    }
}

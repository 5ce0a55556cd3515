package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.drawer.DrawerQuery;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.Till;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A drawer from the float to the Z report, by forms without script, over the API, and in the back office. */
@DemoTest
class DrawerPagesTest {

    private static final Pattern DRAWER = Pattern.compile("name=\"drawer\" value=\"([0-9]+)\"");

    @Autowired
    private Retailer retailer;

    @Autowired
    private Drawers drawers;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void aDayAtTheTillFromTheFloatToTheZReport() throws Exception {
        var store = retailer.store("day");
        var mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 5);
        var associate = Associate.at(store, staff, port);
        associate.scan(mug);
        assertThat(associate.payCash("20")).contains("Sold");
        assertThat(associate.look("/till/drawer"))
                .contains("X report", "$111.00", "of which tax 10%")
                .doesNotContain("PAID_OUT", "till.drawer", "till.paper");
        assertThat(moved(associate, "DROP", "500", "safe")).contains("By the books there is $111.00");
        assertThat(moved(associate, "DROP", "50", "")).contains("Write why");
        assertThat(moved(associate, "DROP", "fifty", "safe")).contains("Type an amount");
        assertThat(moved(associate, "DROP", "50", "To the safe"))
                .contains("Cash drop: $50.00", "$61.00", "Cash drop: To the safe");
        assertThat(associate
                        .post("/till/drawer/movements", "key=1&kind=PAID_OUT&amount=1&reason=milk")
                        .statusCode())
                .isEqualTo(403);

        var count = associate.look("/till/drawer/count");
        var drawer = DRAWER.matcher(count);
        assertThat(drawer.find()).isTrue();
        var form = "drawer=" + drawer.group(1) + "&n2000=2&n500=";
        var off = associate.post("/till/drawer/count", form + "1");
        assertThat(off.statusCode()).isEqualTo(422);
        assertThat(off.body()).contains("$16.00 is missing", "value=\"2\"");
        assertThat(associate.post("/till/drawer/count", form + "many").body()).contains("whole numbers");
        var z = associate.send("/till/drawer/count", form + "4&reason=A+coin+too+few");
        assertThat(z)
                .contains("Z report 1", "Expected", "$60.00", "−$1.00", "A coin too few", "2 × $20.00")
                .doesNotContain("till.paper");
        assertThat(associate.look("/till/drawer")).contains("Open the drawer", "Z 1, ");
        assertThat(associate.opensDrawer("Till 9", "much")).containsPattern("(?s)id=\"opening-error\">.*Type an amount").contains("value=\"much\"");
        associate.scan(mug);
        assertThat(associate.look("/till?step=cash")).contains("Open the drawer first");
        assertThat(associate.payCard("tok_approve")).contains("Sold");
    }

    @Test
    void theBackOfficeListsEveryZAndExportsThem() throws Exception {
        var store = retailer.store("office");
        var manager = client(store, Role.MANAGER);
        var opened = post(manager, "/api/v1/drawers", opening(store, 5_000));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var location = opened.headers().firstValue("Location").orElseThrow();
        assertThat(post(manager, "/api/v1/drawers", opening(store, 5_000)).body())
                .contains("drawer-open");
        assertThat(move(manager, location, "k1", "PAID_OUT", 200).statusCode()).isEqualTo(201);
        assertThat(move(manager, location, "k1", "PAID_OUT", 200).statusCode()).isEqualTo(200);
        assertThat(move(manager, location, "k1", "PAID_OUT", 201).body()).contains("idempotency-key-reused");
        assertThat(move(manager, location, "k2", "DROP", 999_999).body()).contains("not-that-much", "48.00 USD");
        assertThat(post(manager, location + "/closing", "{\"count\":{\"100\":1}}")
                        .body())
                .contains("reason-missing", "-47.00 USD");
        var closing = "{\"count\":{\"1000\":4,\"100\":8}}";
        assertThat(post(manager, location + "/closing", closing).statusCode()).isEqualTo(201);
        assertThat(post(manager, location + "/closing", closing).statusCode()).isEqualTo(200);
        assertThat(post(manager, location + "/closing", "{\"count\":{\"100\":48}}")
                        .body())
                .contains("drawer-closed");
        assertThat(manager.get(location).body()).contains("\"z\":1", "\"overShort\":{\"minor\":0");

        var office = as(Role.MANAGER);
        var list = office.get("/office/drawers?location=" + store).body();
        assertThat(list).contains("Z 1", "$48.00", "Till 9").doesNotContain("office.drawers");
        assertThat(office.get("/office/drawers/" + location.replaceAll(".*/", ""))
                        .body())
                .contains("Z report 1", "Paid out: test");
        assertThat(office.get("/office/drawers.csv?location=" + store).body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("Till 9", "48.00,48.00,0.00");
        assertThat(office.get("/office/drawers?day=1999-01-01").body()).contains("No drawer yet");
        assertThat(drawers.list(DrawerQuery.of(new Till(store, "Till 9"), 5)).items())
                .hasSize(1);
    }

    /** Each route of the drawer for each role: who sells opens and closes, who runs the shop pays out and sees them all. */
    @Test
    void whoMayDoWhatWithADrawer() throws Exception {
        var store = retailer.store("roles");
        var sells = Set.of(Role.ASSOCIATE, Role.MANAGER, Role.ADMIN);
        var runs = Set.of(Role.MANAGER, Role.ADMIN);
        var pages = Map.of(
                "/till/drawer",
                sells,
                "/till/drawer/count",
                sells,
                "/till/drawer/reports/1",
                sells,
                "/office/drawers",
                runs,
                "/office/drawers.csv",
                runs,
                "/office/drawers/1",
                runs);
        for (var role : Role.values()) {
            var browser = as(role);
            for (var page : pages.entrySet()) {
                assertThat(browser.get(page.getKey()).statusCode() == 403)
                        .as(role + " at " + page.getKey())
                        .isNotEqualTo(page.getValue().contains(role));
            }
            var client = client(store, role);
            assertThat(client.get("/api/v1/drawers").statusCode())
                    .as(role.name())
                    .isEqualTo(sells.contains(role) ? 200 : 403);
            var opened = post(client, "/api/v1/drawers", opening(store, 1_000).replace("Till 9", "Till " + role));
            assertThat(opened.statusCode()).as(role.name()).isEqualTo(sells.contains(role) ? 201 : 403);
            var drawer = opened.headers().firstValue("Location").orElse("/api/v1/drawers/1");
            assertThat(client.get(drawer).statusCode()).as(role.name()).isEqualTo(sells.contains(role) ? 200 : 403);
            assertThat(move(client, drawer, "in", "PAID_IN", 5).statusCode())
                    .as(role.name())
                    .isEqualTo(sells.contains(role) ? 201 : 403);
            assertThat(move(client, drawer, "out", "PAID_OUT", 5).statusCode())
                    .as(role.name())
                    .isEqualTo(runs.contains(role) ? 201 : 403);
            assertThat(post(client, drawer + "/closing", "{\"count\":{}}").statusCode())
                    .as(role.name())
                    .isEqualTo(sells.contains(role) ? 422 : 403);
        }
        var elsewhere = client(retailer.store("other"), Role.ASSOCIATE);
        assertThat(post(elsewhere, "/api/v1/drawers", opening(store, 1_000)).body())
                .contains("no-such-place");
        for (var page : pages.keySet()) {
            assertThat(new Browser(port).get(page).statusCode()).as(page).isEqualTo(302);
        }
        assertThat(new Browser(port).get("/api/v1/drawers").statusCode()).isEqualTo(401);
    }

    private static String opening(LocationId store, long cents) {
        return "{\"location\":\"%s\",\"till\":\"Till 9\",\"opening\":{\"minor\":%d,\"currency\":\"USD\"}}"
                .formatted(store, cents);
    }

    private static String moved(Associate associate, String kind, String amount, String reason) throws Exception {
        var form = List.of(
                "key=" + UUID.randomUUID(), "kind=" + kind, "amount=" + amount, "reason=" + Associate.encoded(reason));
        return associate.send("/till/drawer/movements", String.join("&", form));
    }

    private static HttpResponse<String> move(Browser client, String drawer, String key, String kind, long cents)
            throws Exception {
        var body = "{\"kind\":\"%s\",\"amount\":{\"minor\":%d,\"currency\":\"USD\"},\"reason\":\"test\"}"
                .formatted(kind, cents);
        return client.postJson(drawer + "/movements", body, "Idempotency-Key", key);
    }

    private static HttpResponse<String> post(Browser client, String path, String json) throws Exception {
        return client.postJson(path, json);
    }

    private Browser client(LocationId place, Role role) {
        var token = new NewToken("t" + ids.next(), Set.of(role), List.of(Channel.TILL), place);
        return new Browser(port).bearing(tokens.issue(token).secret());
    }

    private Browser as(Role role) throws Exception {
        var login = new Login("d" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password("a good password"));
        var browser = new Browser(port);
        var ignored = browser.signIn(Entrance.STAFF, login.value(), "a good password");
        return browser;
    }
}

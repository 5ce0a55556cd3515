package io.stoa.office;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.locations.Address;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.RoutingPlans;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Expected;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The routing plan as an operations lead edits it. Its rules are for orders to Iceland, where nobody else's test sends anything. */
@StoaTest
class PlanPageTest {

    private static final String PASSWORD = "a good password";
    private static final String PAGE = "/office/routing";
    private static final Address ICELAND = new Address("Anna", "Laugavegur 1", null, "Reykjavik", null, "101", "IS");

    @Autowired
    private RoutingPlans plans;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Locations locations;

    @Autowired
    private Orders orders;

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    /** Other tests look at orders of the same house. */
    @AfterEach
    void takeOff() {
        var _ = plans.save(RoutingPlan.NONE, new Expected.Something(), Touchpoint.SYSTEM);
    }

    /** Two stores with the same goods: without rules the one that has more, with them the other. */
    private record Goods(Sku sku, LocationId first, LocationId second) {}

    @Test
    void whatIsSwitchedOnHoldsForTheNextOrderAndStandsOnItsPage() throws Exception {
        var lead = as(Role.MANAGER);
        var goods = goods();
        var before = order(goods);
        assertThat(parts(before)).containsExactly(goods.first());

        var tried = lead.submit(PAGE, form(plans.plan().version(), goods, "try"));
        assertThat(tried.statusCode()).isEqualTo(200);
        assertThat(tried.body())
                .contains("past, routed both ways", "/office/orders/" + before, "“Iceland”, rule “Not the first”")
                .contains("Orders that would come from elsewhere", "value=\"Not the first\"");
        assertThat(plans.plan().value()).as("trying changes nothing").isEqualTo(RoutingPlan.NONE);
        assertThat(parts(order(goods))).containsExactly(goods.first());

        var on = lead.submit(PAGE, form(plans.plan().version(), goods, "on"));
        assertThat(on.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("said=on"));
        var after = order(goods);
        assertThat(parts(after)).containsExactly(goods.second());
        assertThat(lead.get("/office/orders/" + after).body()).contains("“Iceland”, rule “Not the first”");
        assertThat(lead.get(PAGE).body()).contains("value=\"Iceland\"", "value=\"" + goods.first() + "\"", "Any place that has the goods");

        var first = plans.past(2).getLast().version();
        var again = lead.submitFrom(PAGE, PAGE + "/" + (plans.past(2).size() == 1 ? 0 : first) + "/again", "");
        assertThat(again.headers().firstValue("Location")).hasValueSatisfying(at -> assertThat(at).endsWith("said=again"));
        assertThat(parts(order(goods))).containsExactly(goods.first());
        assertThat(lead.submitFrom(PAGE, PAGE + "/999999/again", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreThatIsShutIsPassedOverByARuleThatMindsItAndTheOrderSaysSo() throws Exception {
        var lead = as(Role.MANAGER);
        var goods = goods();
        var shut = locations.find(goods.first()).orElseThrow().with(OpeningHours.NEVER);
        locations.save(shut, Touchpoint.SYSTEM);
        var minding = form(plans.plan().version(), goods, "on").replace("0.0.leftOut=" + goods.first(), "0.0.opensWithin=12");
        assertThat(lead.submit(PAGE, minding.replace("=12", "=169")).body()).contains("id=\"0.0.opensWithin-error\"", "from 0 to 168");
        var before = order(goods);
        assertThat(parts(before)).containsExactly(goods.first());
        var tried = lead.submit(PAGE, minding.replace("do=on", "do=try")).body();
        assertThat(tried).contains("Parcels from places that were shut then", "/office/orders/" + before);
        assertThat(lead.submit(PAGE, minding).statusCode()).isEqualTo(302);
        assertThat(lead.get(PAGE).body()).contains("name=\"0.0.opensWithin\"", "value=\"12\"");
        var placed = order(goods);
        assertThat(parts(placed)).containsExactly(goods.second());
        assertThat(lead.get("/office/orders/" + placed).body()).contains("shut, and nobody knows until when");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsSwitchedOn() throws Exception {
        var lead = as(Role.MANAGER);
        var wrong = lead.submit(PAGE, "version=0&do=on&0.name=&0.countries=Iceland&0.0.name=x&0.0.kilometres=far&0.0.leftOut=atlantis"
                + "&0.0.splitFrom=much&perParcel=5&perHundred=");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"0.name-error\"", "id=\"0.countries-error\"", "id=\"0.0.kilometres-error\"", "id=\"0.0.splitFrom-error\"")
                .contains("There is no place called atlantis.", "value=\"far\"", "value=\"Iceland\"");
        assertThat(plans.plan().value()).isEqualTo(RoutingPlan.NONE);
        assertThat(lead.submit(PAGE, "version=0&do=try&perParcel=dear&perHundred=").statusCode()).isEqualTo(422);
    }

    @Test
    void whoComesSecondIsToldAndKeepsWhatTheyTyped() throws Exception {
        var lead = as(Role.MANAGER);
        var goods = goods();
        long seen = plans.plan().version();
        assertThat(lead.submit(PAGE, form(seen, goods, "on")).statusCode()).isEqualTo(302);
        var second = lead.submit(PAGE, form(seen, goods(), "on").replace("Iceland", "Mine"));
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Somebody switched on another plan meanwhile", "value=\"Mine\"");
        assertThat(plans.plan().value().routings().getFirst().name()).isEqualTo("Iceland");
    }

    @Test
    void routingsAndRulesAreAddedMovedAndRemovedWithoutScript() throws Exception {
        var lead = as(Role.MANAGER);
        assertThat(lead.submit(PAGE, "version=0&do=add").body()).contains("value=\"All orders\"", "name=\"0.0.name\"");
        var two = "version=0&0.name=One&0.0.name=A&0.1.name=B&1.name=Two&1.0.name=C&";
        assertThat(lead.submit(PAGE, two + "do=rule%3A0").body()).contains("name=\"0.2.name\"");
        assertThat(order(lead.submit(PAGE, two + "do=up%3A1").body(), "Two", "C", "One", "A", "B")).isTrue();
        assertThat(order(lead.submit(PAGE, two + "do=down%3A0.0").body(), "One", "B", "A", "Two", "C")).isTrue();
        var dropped = lead.submit(PAGE, two + "do=drop%3A0.0").body();
        assertThat(dropped).contains("value=\"B\"").doesNotContain("value=\"A\"");
        assertThat(lead.submit(PAGE, two + "do=drop%3A7").body()).contains("value=\"A\"", "value=\"C\"");
        assertThat(lead.submit(PAGE, two + "do=what").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramReadsAndChangesThePlanByItsVersion() throws Exception {
        var program = new Browser(port).bearing(tokens.issue(new NewToken("lead", Set.of(Role.MANAGER), List.of(Channel.OFFICE), null)).secret());
        var seen = program.get("/api/v1/routing/plan");
        assertThat(seen.body()).contains("\"routings\":[]");
        assertThat(program.put("/api/v1/routing/plan", seen.body()).statusCode()).isEqualTo(428);
        assertThat(program.put("/api/v1/routing/plan", "{\"routings\":[{\"name\":\"\"}]}").statusCode()).isEqualTo(400);

        var tag = seen.headers().firstValue("ETag").orElseThrow();
        var waiting = """
                {"routings":[{"name":"Iceland","doors":[],"countries":["IS"],"rules":[{"name":"Open soon","groups":[],"keepBack":0,
                 "leftOut":[],"ranking":["NEAREST"],"parcels":1,"opensWithin":12}]}]}""";
        assertThat(program.put("/api/v1/routing/plan", waiting.replace("12", "169"), "If-Match", tag).statusCode()).isEqualTo(400);
        assertThat(program.put("/api/v1/routing/plan", waiting, "If-Match", tag).statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/routing/plan").body()).contains("\"opensWithin\":12");
    }

    @Test
    void whoDoesNotRunTheHouseSeesNothingOfIt() throws Exception {
        var agent = as(Role.AGENT);
        assertThat(agent.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(agent.get("/office").body()).doesNotContain("href=\"" + PAGE + "\"");
    }

    @Test
    void theWholeOfItCanBeSeenAndUsedOnAPhoneAndADesk() throws Exception {
        var goods = goods();
        var placed = order(goods);
        for (int width : List.of(390, 1440)) {
            try (var chromium = io.stoa.page.Browser.start();
                    var window = chromium.open(width, ColorScheme.LIGHT)) {
                var page = window.page();
                page.navigate("http://127.0.0.1:" + port + PAGE);
                page.locator("input[name=name]").fill(login(Role.MANAGER).value());
                page.locator("input[name=password]").fill(PASSWORD);
                page.locator("main button[type=submit]").first().click();
                window.assertFlawless("routing-empty");
                page.getByText("Add a routing").click();
                page.locator("[name='0.name']").fill("Iceland");
                page.locator("[name='0.countries']").fill("is");
                page.getByText("More limits").click();
                page.locator("[name='0.0.leftOut']").fill(goods.first().value());
                page.getByText("Try it on past orders").click();
                page.locator("#compared").waitFor();
                assertThat(page.locator("#compared").textContent()).contains(placed.toString());
                window.assertFlawless("routing-tried");
            }
        }
    }

    private static boolean order(String body, String... names) {
        int at = 0;
        for (var name : names) {
            at = body.indexOf("value=\"" + name + "\"", at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    private Goods goods() {
        var first = retailer.store("aa-plan");
        var second = retailer.store("zz-plan");
        var sku = retailer.article("plan", 900);
        retailer.stock(sku, first, 50);
        retailer.stock(sku, second, 20);
        return new Goods(sku, first, second);
    }

    private OrderId order(Goods goods) {
        var outcome = orders.place(Retailer.order(new Delivery.Ship(ICELAND), Retailer.card("tok_approve"), Retailer.line(goods.sku(), 1)));
        return ((PlaceOutcome.Placed) outcome).order();
    }

    private List<LocationId> parts(OrderId order) {
        return orders.find(order).orElseThrow().parts().stream().map(part -> part.location()).toList();
    }

    private static String form(long version, Goods goods, String button) {
        return "version=" + version + "&do=" + button + "&perParcel=5&perHundred=0.50&0.name=Iceland&0.countries=is&0.0.name="
                + URLEncoder.encode("Not the first", StandardCharsets.UTF_8) + "&0.0.leftOut=" + goods.first() + "&0.0.first=NEAREST";
    }

    private Browser as(Role role) throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, login(role).value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }

    private Login login(Role role) {
        var login = new Login("plan" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        return login;
    }
}

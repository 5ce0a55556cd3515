package io.stoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.NewToken;
import io.stoa.staff.Staff;
import io.stoa.staff.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@StoaTest
class AccessTest {

    private static final String PASSWORD = "a good password";

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Customers customers;

    @Autowired
    private Ids ids;

    @Value("${local.server.port}")
    private int port;

    @Test
    void withoutATokenTheApiSaysWhatToSend() throws Exception {
        var answer = browser().get("/api/v1/customers?q=ann");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Authorization: Bearer");
    }

    @Test
    void aTokenOpensTheApiWithoutACookie() throws Exception {
        var answer = client(Set.of(Role.ASSOCIATE), null).get("/api/v1/customers?q=ann");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anUnknownOrRevokedTokenIsRefused() throws Exception {
        var issued = tokens.issue(new NewToken("t" + ids.next(), Set.of(Role.AGENT), List.of(Channel.APP), null));
        var client = browser().bearing(issued.secret());
        assertThat(client.get("/api/v1/customers?q=ann").statusCode()).isEqualTo(200);
        tokens.revoke(issued.token().id());
        assertThat(client.get("/api/v1/customers?q=ann").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "MERCHANDISER, /api/v1/customers?q=a, 403",
        "AGENT, /api/v1/staff, 403",
        "ADMIN, /api/v1/staff, 200",
        "ADMIN, /api/v1/me, 403"
    })
    void aRoleOpensWhatItIsFor(Role role, String path, int status) throws Exception {
        assertThat(client(Set.of(role), null).get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Stoa-Channel, TILL, 200",
        "Stoa-Channel, EMAIL, 403",
        "Stoa-Channel, nonsense, 400",
        "Stoa-Location, leeds, 200",
        "Stoa-Location, york, 403",
        "Stoa-Location, No Place, 400"
    })
    void aTokenActsOnlyThroughItsChannelsAndAtItsPlace(String header, String value, int status) throws Exception {
        var client = client(Set.of(Role.ASSOCIATE), new LocationId("leeds"));
        assertThat(client.get("/api/v1/customers?q=a", header, value).statusCode())
                .isEqualTo(status);
    }

    @Test
    void strangersAreSentToSignInAndTheWrongRoleIsTurnedAway() throws Exception {
        var browser = browser();
        assertThat(browser.get("/till").headers().firstValue("Location").orElse(""))
                .endsWith("/sign-in");
        browser.signIn(Entrance.STAFF, member(Role.ASSOCIATE), PASSWORD);
        assertThat(browser.get("/office").statusCode()).isEqualTo(403);
        assertThat(browser.get("/till/store").statusCode()).isEqualTo(200);
    }

    @Test
    void somebodyLandsAtTheDoorOfTheirWork() throws Exception {
        var associate = browser().signIn(Entrance.STAFF, member(Role.ASSOCIATE), PASSWORD);
        var manager = browser().signIn(Entrance.STAFF, member(Role.MANAGER), PASSWORD);
        assertThat(associate.headers().firstValue("Location").orElse("")).endsWith("/till");
        assertThat(manager.headers().firstValue("Location").orElse("")).endsWith("/office");
    }

    @Test
    void aWrongPasswordStaysOutside() throws Exception {
        var answer = browser().signIn(Entrance.STAFF, member(Role.MANAGER), "another password");
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/sign-in?failed");
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        var answer = browser().post("/sign-in", "name=" + member(Role.MANAGER) + "&password=a+good+password");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void aClosedAccountIsOutThoughItsSessionLives() throws Exception {
        var browser = browser();
        var login = member(Role.ADMIN);
        browser.signIn(Entrance.STAFF, login, PASSWORD);
        assertThat(browser.get("/api/v1/staff").statusCode()).isEqualTo(200);
        staff.close(new Login(login));
        assertThat(browser.get("/api/v1/staff").statusCode()).isEqualTo(401);
    }

    @Test
    void aCustomerSeesOnlyThemselves() throws Exception {
        var browser = browser();
        var email = customer();
        browser.signIn(Entrance.SHOP, email, PASSWORD);
        assertThat(browser.get("/api/v1/me").body()).contains(email);
        assertThat(browser.get("/api/v1/customers?q=a").statusCode()).isEqualTo(403);
        assertThat(browser.get("/till").statusCode()).isEqualTo(302);
    }

    @Test
    void oneBrowserIsACustomerInTheShopAndStaffAtTheTill() throws Exception {
        var browser = browser();
        browser.signIn(Entrance.SHOP, customer(), PASSWORD);
        browser.signIn(Entrance.STAFF, member(Role.MANAGER), PASSWORD);
        assertThat(browser.get("/api/v1/customers?q=a").statusCode()).isEqualTo(200);
        browser.leave(Entrance.STAFF);
        assertThat(browser.get("/api/v1/customers?q=a").statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(200);
    }

    @Test
    void whoOpensAnAccountIsSignedInInAFreshSessionAndGoesOnWhereTheyWere() throws Exception {
        var browser = browser();
        var before = session(browser.get("/shop/account"));
        assertThat(before).isNotEmpty();
        var email = "new" + ids.next() + "@example.com";
        var form = "name=Ann&email=" + email + "&password=a+good+password";
        var answer = browser.submit("/shop/sign-up", form + "&back=/shop/checkout");
        assertThat(location(answer)).endsWith("/shop/checkout");
        assertThat(session(answer)).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/api/v1/me").body()).contains(email);
        var stranger = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/me"))
                                .header("Cookie", before)
                                .build(),
                        BodyHandlers.ofString());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(browser.submit("/shop/sign-up", form).body()).contains("already");
        assertThat(browser.submit("/shop/sign-up", "name=Ann&email=ann&password=x").body()).contains("name@example.com");
    }

    @Test
    void whoWasSentToSignInAndOpensAnAccountInsteadGetsWhatTheyWanted() throws Exception {
        var browser = browser();
        assertThat(browser.get("/shop/account", "Accept", "text/html").statusCode()).isEqualTo(302);
        var form = "name=Ann&email=new" + ids.next() + "@example.com&password=a+good+password";
        assertThat(location(browser.submit("/shop/sign-up", form))).contains("/shop/account");
        assertThat(browser.get("/shop/account").statusCode()).isEqualTo(200);
    }

    @Test
    void signingInLeadsBackToAPageOfOursAndNowhereElse() throws Exception {
        var customer = customer();
        for (var away : List.of("https://evil.example", "//evil.example", "/shop//evil.example", "/shop/../till", "/office", "/shop/a%0d%0ab")) {
            var form = "name=" + customer + "&password=a+good+password&back=" + away;
            assertThat(location(browser().submit("/shop/sign-in", form))).as(away).endsWith("/shop");
        }
        var page = browser().get("/shop/sign-in?back=/shop/checkout").body();
        assertThat(page).contains("name=\"back\" value=\"/shop/checkout\"").contains("/shop/sign-up?back=/shop/checkout");
        var wrong = browser().submit("/shop/sign-in", "name=" + customer + "&password=wrong+one&back=/shop/checkout");
        assertThat(location(wrong)).endsWith("/shop/sign-in?failed&back=/shop/checkout");
        var right = browser().submit("/shop/sign-in", "name=" + customer + "&password=a+good+password&back=/shop/checkout");
        assertThat(location(right)).endsWith("/shop/checkout");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The cookie of the session that an answer sets. */
    private static String session(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("stoa-session="))
                .map(cookie -> cookie.split(";", 2)[0])
                .findFirst()
                .orElse("");
    }

    @Test
    void pagesForbidWhateverIsNotFromHere() throws Exception {
        var answer = browser().get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(Doors.CONTENT_POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.body())
                .doesNotContain("<script>")
                .doesNotContain(" style=")
                .doesNotContain("onclick");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/shop/nowhere, 404",
        "/actuator/env, 404",
        "/actuator/health, 200",
        "/api/v1/nowhere, 404",
        "/error, 404"
    })
    void whatNoRuleNamesIsNotThere(String path, int status) throws Exception {
        assertThat(browser().get(path).statusCode()).isEqualTo(status);
    }

    private Browser browser() {
        return new Browser(port);
    }

    private Browser client(Set<Role> roles, @Nullable LocationId place) {
        var token = new NewToken("t" + ids.next(), roles, List.of(Channel.APP, Channel.TILL), place);
        return browser().bearing(tokens.issue(token).secret());
    }

    private String member(Role role) {
        var login = new Login("m" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        return login.value();
    }

    private String customer() {
        var email = "c" + ids.next() + "@example.com";
        customers.signUp(NewCustomer.of("Ann", email), new Password(PASSWORD), Touchpoint.SYSTEM);
        return email;
    }
}

package io.stoa.access;

import static org.assertj.core.api.Assertions.assertThat;

import static org.awaitility.Awaitility.await;

import io.stoa.events.EventLog;
import io.stoa.events.Tail;
import io.stoa.mail.Mailbox;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Actor;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
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
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;

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
    private TransactionTemplate transaction;

    @Autowired
    private Ids ids;

    @Autowired
    private List<SignIn> signIns;

    @Autowired
    private SignIns places;

    @Autowired
    private SignInTable table;

    @Autowired
    private EventLog log;

    @Autowired
    private Tail tail;

    @Autowired
    private JdbcClient database;

    @Autowired
    private HomeKey key;

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
                .endsWith("/sign-in?back=/till");
        browser.signIn(Entrance.STAFF, member(Role.ASSOCIATE), PASSWORD);
        assertThat(browser.get("/office").statusCode()).isEqualTo(403);
        assertThat(browser.get("/office").body()).as("where they may go").contains("href=\"/till\">To the till");
        var agent = browser();
        agent.signIn(Entrance.STAFF, member(Role.AGENT), PASSWORD);
        assertThat(agent.get("/till").body()).contains("href=\"/office\">To the office");
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
    void aSlashAtTheEndLeadsToTheSamePageAndNowhereElse() throws Exception {
        var manager = browser();
        manager.signIn(Entrance.STAFF, member(Role.MANAGER), PASSWORD);
        assertThat(manager.get("/office/").headers().firstValue("Location").orElse("")).isEqualTo("/office");
        assertThat(manager.get("/office/orders/?state=PLACED").headers().firstValue("Location").orElse("")).isEqualTo("/office/orders?state=PLACED");
        assertThat(browser().get("/office/").headers().firstValue("Location").orElse("")).contains("/sign-in");
        assertThat(browser().get("//elsewhere.example/").headers().firstValue("Location").orElse("")).doesNotContain("elsewhere");
        assertThat(browser().get("/").statusCode()).isLessThan(308);
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
        staff.close(new Login(login), io.stoa.shared.Touchpoint.SYSTEM);
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
    void whoOpensAnAccountIsSignedInByTheMailedCodeOnceAndGoesOnWhereTheyWere() throws Exception {
        var browser = browser();
        var email = "new" + ids.next() + "@example.com";
        var form = "name=Ann&email=" + email + "&password=a+good+password&back=/shop/checkout";
        var asked = browser.submit("/shop/sign-up", form);
        assertThat(location(asked)).endsWith("/shop/sign-up/code?back=/shop/checkout");
        assertThat(token(asked)).as("nobody is in yet").isEmpty();
        assertThat(browser.get("/shop/sign-up/code?lang=de").body()).as("left, in another language, and opened again").contains("an " + email);
        assertThat(location(browser().get("/shop/sign-up/code"))).as("somebody else").endsWith("/shop/sign-up");
        var code = mailbox().secret(email, "account-opened", 1);
        var typed = "email=" + email + "&back=/shop/checkout&code=";
        var wrong = browser.submitFrom("/shop/sign-up", "/shop/sign-up/code", typed + (code.equals("000000") ? "1" : "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        var answer = browser.submitFrom("/shop/sign-up", "/shop/sign-up/code", typed + code);
        assertThat(location(answer)).endsWith("/shop/checkout");
        assertThat(browser.get("/api/v1/me").body()).contains(email);
        var second = browser().submitFrom("/shop/sign-up", "/shop/sign-up/code", typed + code);
        assertThat(second.statusCode()).as("a code works once").isEqualTo(422);
        assertThat(browser.submit("/shop/sign-up", "name=Ann&email=ann&password=x").body()).contains("name@example.com");
    }

    @Test
    void noFormTellsWhetherAnAddressIsKnownAndItsOwnerHearsOfIt() throws Exception {
        var known = customer();
        var unknown = "nobody" + ids.next() + "@example.com";
        for (var path : List.of("/shop/sign-up", "/shop/sign-in/code", "/shop/password")) {
            var form = "name=Eve&password=another+password&email=";
            var one = followed(browser(), path, form + known);
            var other = followed(browser(), path, form + unknown);
            assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(200);
            assertThat(plain(one, known)).as(path).isEqualTo(plain(other, unknown));
        }
        assertThat(mailbox().secret(known, "address-taken", 1)).isNotEmpty();
        assertThat(mailbox().secret(known, "password-link", 1)).isNotEmpty();
        assertThat(mailbox().kinds(known)).containsExactly("address-taken", "sign-in-code", "password-link");
        assertThat(mailbox().kinds(unknown)).containsExactly("account-opened");
    }

    @Test
    void aCodeLetsInOnceAndIsGoneAfterFiveWrongTries() throws Exception {
        var email = customer();
        var browser = browser();
        ask(browser, "/shop/sign-in/code", email);
        var first = mailbox().secret(email, "sign-in-code", 1);
        ask(browser, "/shop/sign-in/code", email);
        var code = mailbox().secret(email, "sign-in-code", 2);
        if (!first.equals(code)) {
            assertThat(check(browser, email, first).statusCode()).as("the newest counts").isEqualTo(422);
        }
        assertThat(location(check(browser, email, code.substring(0, 3) + "+" + code.substring(3)))).endsWith("/shop");
        assertThat(browser.get("/api/v1/me").body()).contains(email);
        assertThat(check(browser(), email, code).statusCode()).isEqualTo(422);

        ask(browser, "/shop/sign-in/code", email);
        var guessed = mailbox().secret(email, "sign-in-code", 3);
        for (int i = 0; i < 5; i++) {
            assertThat(check(browser(), email, guessed.equals("111111") ? "222222" : "111111").statusCode()).isEqualTo(422);
        }
        assertThat(check(browser(), email, guessed).statusCode()).as("after five tries").isEqualTo(422);
    }

    @Test
    void anAddressIsMailedFiveTimesAnHourAtMost() throws Exception {
        var email = customer();
        var browser = browser();
        for (int i = 0; i < 7; i++) {
            ask(browser, "/shop/sign-in/code", email);
        }
        assertThat(mailbox().secret(email, "sign-in-code", 5)).isNotEmpty();
        ask(browser, "/shop/password", email);
        var after = customer();
        ask(browser, "/shop/password", after);
        assertThat(mailbox().secret(after, "password-link", 1)).as("the errand behind it is done").isNotEmpty();
        assertThat(mailbox().kinds(email)).hasSize(5);
    }

    @Test
    void oneComputerMayNotAskForMailWithoutEnd() throws Exception {
        var browser = browser();
        var csrf = browser.csrf("/shop/password");
        int answer = 302;
        for (int i = 0; i < 40 && answer == 302; i++) {
            answer = browser.post("/shop/password", "email=n" + i + "@example.com&_csrf=" + csrf).statusCode();
        }
        assertThat(answer).isEqualTo(429);
        assertThat(browser().submit("/shop/password", "email=n@example.com").statusCode()).as("another computer").isEqualTo(302);
    }

    @Test
    void anotherPasswordByALinkSignsOutEverywhereElseAndTheOwnerHearsOfIt() throws Exception {
        var email = customer();
        var thief = browser();
        thief.signIn(Entrance.SHOP, email, PASSWORD);
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(200);
        var browser = browser();
        ask(browser, "/shop/password", email);
        var link = "/shop/password/" + mailbox().secret(email, "password-link", 1);
        assertThat(browser.submit(link, "password=short").statusCode()).isEqualTo(422);
        assertThat(location(browser.submit(link, "password=a+better+password"))).endsWith("/shop/account/security?said=changed");
        assertThat(browser.get("/api/v1/me").body()).contains(email);
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(browser().get(link).body()).contains("This link is too old");
        assertThat(location(browser().signIn(Entrance.SHOP, email, PASSWORD))).contains("failed");
        assertThat(mailbox().kinds(email)).endsWith("password-changed");
    }

    @Test
    void whoCameFromAnImportWithoutAPasswordGetsInByALink() throws Exception {
        var email = "imported" + ids.next() + "@example.com";
        var person = new NewCustomer("x" + ids.next(), "Ida", List.of(email), List.of(), List.of(), List.of(), "de");
        assertThat(customers.registerAll(List.of(person))).hasSize(1);
        var browser = browser();
        ask(browser, "/shop/password", email);
        var link = "/shop/password/" + mailbox().secret(email, "password-link", 1);
        assertThat(location(browser.submit(link, "password=a+better+password"))).endsWith("/shop/account/security?said=changed");
        assertThat(location(browser().signIn(Entrance.SHOP, email, "a better password"))).endsWith("/shop");
    }

    @Test
    void aSignInOutlivesTheProcessIsKnownToAnotherAndEndsThereToo() throws Exception {
        var email = customer();
        var token = token(browser().signIn(Entrance.SHOP, email, PASSWORD));
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie("stoa-customer", token));
        var shop = signIns.stream().filter(one -> one.entrance() == Entrance.SHOP).findFirst().orElseThrow();
        var other = new SignIns(table, log, tail, ids, Clock.systemUTC(), transaction);
        var who = customers.byEmail(email).orElseThrow();
        assertThat(other.member(shop, request).orElseThrow().customer()).isEqualTo(who);
        assertThat(places.endAll(Actor.customer(who), null, Touchpoint.SYSTEM)).isEqualTo(1);
        await().atMost(Duration.ofSeconds(2)).until(() -> other.member(shop, request).isEmpty());
        var late = new SignIns(table, log, tail, ids, Clock.offset(Clock.systemUTC(), Duration.ofDays(31)), transaction);
        request.setCookies(new Cookie("stoa-customer", token(browser().signIn(Entrance.SHOP, email, PASSWORD))));
        assertThat(late.member(shop, request)).as("who did not come back for a month").isEmpty();
    }

    @Test
    void whoPlantsATokenIsNotSignedInAsWhoeverSignsInWithIt() throws Exception {
        var planted = token(browser().signIn(Entrance.SHOP, customer(), PASSWORD));
        var victim = browser();
        victim.keep("stoa-customer", planted);
        var answer = victim.signIn(Entrance.SHOP, customer(), PASSWORD);
        assertThat(token(answer)).isNotEmpty().isNotEqualTo(planted);
        var thief = browser();
        thief.keep("stoa-customer", planted);
        assertThat(thief.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoOnlyLooksAroundLeavesNoRowAndGetsNoSession() throws Exception {
        var browser = browser();
        int before = places();
        for (var path : List.of("/shop", "/shop/account", "/shop/cart", "/shop/sign-in", "/office")) {
            assertThat(browser.get(path).headers().allValues("Set-Cookie").toString()).as(path).doesNotContain("stoa-session", "stoa-customer");
        }
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void theTokenStaysOutOfScriptsAndOtherSitesAndOnHttpsOutOfPlainLines() throws Exception {
        var form = "name=" + customer() + "&password=a+good+password&_csrf=";
        var browser = browser();
        var csrf = browser.csrf("/shop/sign-in");
        assertThat(cookie(browser.post("/shop/sign-in", form + csrf))).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        var secure = browser();
        var token = secure.csrf("/shop/sign-in");
        assertThat(cookie(secure.overHttps().post("/shop/sign-in", form + token))).contains("HttpOnly", "SameSite=Lax", "Secure");
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();
        new SecureCookies().doFilter(request, response, (asked, answer) -> ((HttpServletResponse) answer).addHeader("Set-Cookie", "cart=1; Path=/shop"));
        assertThat(response.getHeader("Set-Cookie")).isEqualTo("cart=1; Path=/shop; Secure");
    }

    @Test
    void whoWasSentToSignInAndOpensAnAccountInsteadGetsWhatTheyWanted() throws Exception {
        var browser = browser();
        var sent = location(browser.get("/shop/account?lang=en", "Accept", "text/html"));
        assertThat(sent).endsWith("/shop/sign-in?back=/shop/account%3Flang%3Den");
        var form = sent.substring(sent.indexOf("/shop"));
        var typed = "&name=ann%2Bnew%40example.com&back=/shop/account%3Flang%3Den";
        for (var way : List.of("/shop/sign-up", "/shop/sign-in/code", "/shop/password")) {
            var to = way.substring(way.lastIndexOf('/') + 1);
            assertThat(browser.get(form).body()).contains("value=\"" + to + "\"");
            var led = location(browser.submitFrom(form, "/shop/sign-in/other", "to=" + to + typed));
            assertThat(led).endsWith(way + "?back=/shop/account%3Flang%3Den");
            assertThat(browser.get(led.substring(led.indexOf("/shop"))).body()).as("typed once").contains("value=\"ann+new@example.com\"");
        }
        assertThat(location(browser.submitFrom(form, "/shop/sign-in/other", "to=https://evil.example"))).endsWith("/shop/sign-in");
    }

    private void ask(Browser browser, String path, String email) throws Exception {
        assertThat(followed(browser, path, "email=" + email).body()).contains(email);
    }

    /** The page to which a form leads. */
    private static HttpResponse<String> followed(Browser browser, String path, String form) throws Exception {
        var to = location(browser.submit(path, form));
        return browser.get(to.substring(to.indexOf("/shop")));
    }

    private static HttpResponse<String> check(Browser browser, String email, String code) throws Exception {
        return browser.submitFrom("/shop/sign-in/code", "/shop/sign-in/code/check", "email=" + email + "&code=" + code);
    }

    /** A page without what must differ. */
    private static String plain(HttpResponse<String> answer, String email) {
        return answer.body().replace(email, "…").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private Mailbox mailbox() {
        return new Mailbox(database, key);
    }

    private int places() {
        return database.sql("SELECT count(*) FROM access.sign_in").query(Integer.class).single();
    }

    @Test
    void signingInLeadsBackToAPageOfOursAndNowhereElse() throws Exception {
        var customer = customer();
        for (var away : List.of("https://evil.example", "//evil.example", "/shop//evil.example", "/shop/../till", "/office", "/shop/a%0d%0ab")) {
            var form = "name=" + customer + "&password=a+good+password&back=" + away;
            assertThat(location(browser().submit("/shop/sign-in", form))).as(away).endsWith("/shop");
        }
        var page = browser().get("/shop/sign-in?back=/shop/checkout").body();
        assertThat(page).contains("name=\"back\" value=\"/shop/checkout\"");
        var clumsy = browser();
        var wrong = clumsy.submit("/shop/sign-in", "name=" + customer + "&password=wrong+one&back=/shop/checkout");
        assertThat(location(wrong)).endsWith("/shop/sign-in?failed&back=/shop/checkout");
        assertThat(clumsy.get("/shop/sign-in?failed&back=/shop/checkout").body()).as("typed once").contains("value=\"" + customer + "\"");
        var right = browser().submit("/shop/sign-in", "name=" + customer + "&password=a+good+password&back=/shop/checkout");
        assertThat(location(right)).endsWith("/shop/checkout");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    /** The token that an answer gives a customer's browser. */
    private static String token(HttpResponse<String> answer) {
        return cookie(answer).replaceFirst("stoa-customer=([^;]*).*", "$1");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("stoa-customer="))
                .findFirst()
                .orElse("");
    }

    @Test
    void pagesForbidWhateverIsNotFromHere() throws Exception {
        var answer = browser().get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).contains(Doors.CONTENT_POLICY);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy")).contains(Doors.PERMISSIONS);
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

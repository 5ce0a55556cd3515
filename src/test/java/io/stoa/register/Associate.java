package io.stoa.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.secrets.Password;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.staff.Account;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Somebody at a till, who uses its forms without any script. */
public final class Associate {

    private static final String PASSWORD = "a good password";
    private static final Pattern ATTEMPT = Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"");
    private static final Pattern AMOUNT = Pattern.compile("<span class=\"amount\" data-([a-z]+)>([^<]+)</span>");

    private final Browser browser;

    private Associate(Browser browser) {
        this.browser = browser;
    }

    /** Signs in somebody new whose home is that store. */
    public static Associate at(@Nullable LocationId store, Staff staff, int port) throws Exception {
        var browser = new Browser(port);
        var answer = browser.signIn(Entrance.STAFF, account(store, staff), PASSWORD);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(at -> assertThat(at).endsWith("/till"));
        var associate = new Associate(browser);
        if (store != null) {
            associate.opensDrawer("Till " + UUID.randomUUID().toString().substring(0, 8), "100");
        }
        return associate;
    }

    /** Whose till has an open drawer, so that cash can be taken. */
    public String opensDrawer(String till, String opening) throws Exception {
        return send("/till/drawer", "till=" + encoded(till) + "&opening=" + opening);
    }

    /** The login of a new account with the password {@value #PASSWORD}. */
    public static String account(@Nullable LocationId store, Staff staff) {
        var login = "till-" + UUID.randomUUID().toString().substring(0, 8);
        staff.save(
                new Account(new Login(login), "Somebody at a till", Set.of(Role.ASSOCIATE), store, true),
                new Password(PASSWORD));
        return login;
    }

    public static String password() {
        return PASSWORD;
    }

    public String look(String path) throws Exception {
        return follow(browser.get(path));
    }

    /** Follows nothing. */
    public HttpResponse<String> get(String path) throws Exception {
        return browser.get(path);
    }

    public String scan(Sku sku) throws Exception {
        return send("/till/scan", "code=" + sku);
    }

    /** Sends a form and answers the page it leads to. */
    public String send(String path, String form) throws Exception {
        return follow(post(path, form));
    }

    /** Sends a form and follows nothing. */
    public HttpResponse<String> post(String path, String form) throws Exception {
        return browser.post(path, form + "&_csrf=" + encoded(csrf()));
    }

    /** Which attempt the pay form names. */
    public String attempt(String tender) throws Exception {
        var page = ATTEMPT.matcher(look("/till?step=" + tender));
        assertThat(page.find()).as("the till offers to pay").isTrue();
        return page.group(1);
    }

    public String payCash(String given) throws Exception {
        return send("/till/sale", "attempt=" + encoded(attempt("cash")) + "&given=" + encoded(given));
    }

    public String payCard(String card) throws Exception {
        return send("/till/sale", "attempt=" + encoded(attempt("card")) + "&card=" + card);
    }

    /** The large amount of that name on a page: {@code total} or {@code change}. */
    public static String amount(String name, String page) {
        return AMOUNT.matcher(page)
                .results()
                .filter(found -> found.group(1).equals(name))
                .map(found -> found.group(2))
                .findFirst()
                .orElse("none");
    }

    private String csrf() throws Exception {
        var page = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                .matcher(browser.get("/till").body());
        assertThat(page.find()).as("a form on the till").isTrue();
        return page.group(1);
    }

    private String follow(HttpResponse<String> answer) throws Exception {
        var next = answer.headers().firstValue("Location");
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 302, 303);
        if (next.isEmpty()) {
            return answer.body();
        }
        var to = URI.create(next.get());
        return follow(browser.get(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery())));
    }

    /** As a form field is sent. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

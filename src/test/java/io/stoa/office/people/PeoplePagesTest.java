package io.stoa.office.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Browser;
import io.stoa.access.Entrance;
import io.stoa.access.Role;
import io.stoa.access.SignIns;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import io.stoa.staff.Account;
import io.stoa.staff.AccountChanged;
import io.stoa.staff.Login;
import io.stoa.staff.Staff;
import io.stoa.staff.StaffChange;
import io.stoa.staff.StaffQuery;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class PeoplePagesTest {

    private static final String PASSWORD = "a good password";
    private static final String PEOPLE = "/office/people";

    @Autowired
    private Staff staff;

    @Autowired
    private SignIns signIns;

    @Autowired
    private EventLog log;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    @Test
    void somebodyNewChoosesAPasswordByALinkThatIsShownAndGoodOnce() throws Exception {
        var admin = as(Role.ADMIN);
        var login = "new." + ids.next();
        var opened = admin.submitFrom(PEOPLE, PEOPLE, "login=" + login + "&name=Zoe+New&role=AGENT&role=ASSOCIATE&home=");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
        var page = admin.get(path(opened.headers().firstValue("Location").orElseThrow())).body();
        var link = Pattern.compile("/sign-in/link/\\w{32}").matcher(page);
        assertThat(link.find()).as(page).isTrue();
        assertThat(admin.get(PEOPLE + "/" + login).body()).doesNotContain("/sign-in/link/").doesNotContain("people.");
        assertThat(database.sql("SELECT l::text FROM staff.password_link l").query(String.class).list())
                .noneMatch(row -> row.contains(link.group().substring(14)));

        var newcomer = new Browser(port);
        assertThat(newcomer.get(link.group()).body()).contains("Zoe New", login);
        var weak = newcomer.submitFrom(link.group(), link.group(), "password=short");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("id=\"password-error\"");
        var chosen = newcomer.submitFrom(link.group(), link.group(), "password=my+own+password");
        assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith("/office");
        assertThat(newcomer.get("/office/orders").statusCode()).isEqualTo(200);
        assertThat(new Browser(port).get(link.group()).body()).contains("A link is good").doesNotContain("name=\"password\"");
        assertThat(new Browser(port).signIn(Entrance.STAFF, login, "my own password").headers().firstValue("Location").orElseThrow())
                .endsWith("/office");
        assertThat(log.about("staff:" + login, 10)).extracting(Event::type)
                .containsExactly("staff.account_opened", "staff.password_link_made", "staff.password_set");
    }

    @Test
    void whoLosesARoleOrTheAccountIsOutAtOnceAndTheLogSaysWhatWasBefore() throws Exception {
        var admin = as(Role.ADMIN);
        var login = member(Role.MANAGER);
        var manager = new Browser(port);
        manager.signIn(Entrance.STAFF, login.value(), PASSWORD);
        assertThat(manager.get(PEOPLE).statusCode()).isEqualTo(200);
        var page = PEOPLE + "/" + login;
        assertThat(admin.get(page).body()).contains("Sign out everywhere");
        assertThat(manager.get(page).body()).doesNotContain("Sign out everywhere", "<form class=\"card");
        assertThat(manager.submitFrom("/office/transfers", page + "/close", "").statusCode()).isEqualTo(403);

        var none = admin.submitFrom(page, page, "name=Somebody&home=nowhere");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("id=\"role-error\"", "id=\"home-error\"");
        assertThat(admin.submitFrom(page, page, "name=Somebody&role=AGENT&home=").statusCode()).isEqualTo(302);
        assertThat(manager.get("/office/orders").headers().firstValue("Location").orElseThrow()).contains("/sign-in");
        assertThat(signIns.of(Actor.staff(login.value()))).isEmpty();
        var changed = log.about("staff:" + login, 10).getLast().read(AccountChanged.class);
        assertThat(changed.before()).extracting(AccountChanged.State::roles).isEqualTo(Set.of(Role.MANAGER));
        assertThat(changed.after().roles()).containsExactly(Role.AGENT);

        manager.signIn(Entrance.STAFF, login.value(), PASSWORD);
        assertThat(manager.get("/office/orders").statusCode()).isEqualTo(200);
        assertThat(admin.submitFrom(page, page + "/close", "").headers().firstValue("Location").orElseThrow()).endsWith("said=closed");
        assertThat(manager.get("/office/orders").headers().firstValue("Location").orElseThrow()).contains("/sign-in");
        assertThat(staff.passwordLink(login, Touchpoint.SYSTEM)).isEmpty();
        assertThat(admin.get(PEOPLE + "?text=" + login + "&open=false").body()).contains(login.value());
        assertThat(admin.get(PEOPLE + "?text=" + login + "&open=true").body()).doesNotContain("/people/" + login);
        assertThat(admin.get(PEOPLE + ".csv?text=" + login).body().lines()).hasSize(2);
        assertThat(admin.submitFrom(page, page + "/reopen", "").statusCode()).isEqualTo(302);
        assertThat(staff.find(login).orElseThrow().open()).isTrue();
    }

    @Test
    void ofTwoLastAdministratorsWhoCloseEachOtherAtOnceOneIsLeft() throws Exception {
        var others = staff.list(new StaffQuery("", Role.ADMIN, true, "", 1000)).items().stream()
                .map(account -> account.login().value())
                .toList();
        var two = List.of(member(Role.ADMIN), member(Role.ADMIN));
        setOpen(others, false);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                setOpen(two.stream().map(Login::value).toList(), true);
                var start = new CyclicBarrier(2);
                var ends = two.stream().map(login -> threads.submit(() -> {
                    var _ = start.await();
                    return staff.close(login, Touchpoint.SYSTEM);
                })).toList();
                assertThat(List.of(ends.getFirst().get(), ends.getLast().get()))
                        .hasAtLeastOneElementOfType(StaffChange.Done.class)
                        .hasAtLeastOneElementOfType(StaffChange.LastAdministrator.class);
            }
            var left = two.stream().filter(login -> staff.find(login).orElseThrow().open()).findFirst().orElseThrow();
            assertThat(staff.change(left, one -> new Account(left, one.name(), Set.of(Role.AGENT), null, true), Touchpoint.SYSTEM))
                    .isInstanceOf(StaffChange.LastAdministrator.class);
            var browser = new Browser(port);
            browser.signIn(Entrance.STAFF, left.value(), PASSWORD);
            var page = PEOPLE + "/" + left;
            assertThat(browser.submitFrom(page, page + "/close", "").headers().firstValue("Location").orElseThrow()).endsWith("said=last");
            assertThat(browser.get(page + "?said=last").body()).contains("Not closed");
            assertThat(browser.submitFrom(page, page, "name=Somebody&role=AGENT").body()).contains("id=\"role-error\"");
        } finally {
            setOpen(others, true);
        }
    }

    @Test
    void whatWasDoneIsFoundByPersonKindSubjectAndDayWithWhatWasBefore() throws Exception {
        var boss = member(Role.ADMIN);
        var admin = new Browser(port);
        admin.signIn(Entrance.STAFF, boss.value(), PASSWORD);
        var login = member(Role.AGENT);
        var page = PEOPLE + "/" + login;
        admin.submitFrom(page, page, "name=Somebody&role=MARKETER&home=");
        admin.submitFrom(page, page, "name=Somebody&role=MANAGER&home=");
        var today = LocalDate.now(ZoneId.systemDefault());
        var all = admin.get("/office/audit?person=" + boss + "&from=" + today + "&until=" + today).body();
        assertThat(all).contains("Account " + login + " changed", "/office/audit?subject=staff%3A" + login).doesNotContain(">audit.");
        assertThat(admin.get("/office/audit?person=" + boss + "&until=" + today.minusDays(1)).body()).contains("Nothing of this kind");
        assertThat(admin.get("/office/audit?person=" + boss + "&from=" + today.plusDays(1)).body()).contains("Nothing of this kind");
        assertThat(admin.get("/office/audit?person=" + boss + "&kind=staff.account_closed").body()).contains("Nothing of this kind");
        assertThat(admin.get("/office/audit?subject=staff:" + login).body()).as("by Stoa itself too").contains("Account " + login + " opened");
        assertThat(admin.get("/office/audit.csv?person=" + boss + "&kind=staff.account_changed").body().lines()).hasSize(3);
        var newest = log.about("staff:" + login, 10).getLast().seq();
        assertThat(admin.get("/office/audit?person=" + boss + "&kind=staff.account_changed&before=" + newest).body()).doesNotContain("/audit/" + newest).contains("/office/audit/");
        assertThat(admin.get("/office/audit/" + newest).body()).contains("<del>MARKETER</del>", "<strong>MANAGER</strong>");
        assertThat(admin.get("/office/audit/999999999999").statusCode()).isEqualTo(404);
        assertThat(as(Role.MERCHANDISER).get("/office/audit").statusCode()).isEqualTo(403);
    }

    private void setOpen(List<String> logins, boolean open) {
        var _ = database.sql("UPDATE staff.account SET open = :open WHERE login = ANY(:logins)")
                .param("open", open)
                .param("logins", logins.toArray(String[]::new))
                .update();
    }

    private static String path(String location) {
        return location.substring(location.indexOf("/office"));
    }

    private Login member(Role role) {
        var login = new Login("p" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(role), null, true), new Password(PASSWORD));
        return login;
    }

    private Browser as(Role role) throws Exception {
        var browser = new Browser(port);
        assertThat(browser.signIn(Entrance.STAFF, member(role).value(), PASSWORD).statusCode()).isEqualTo(302);
        return browser;
    }
}

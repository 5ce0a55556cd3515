package io.stoa.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.access.Role;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class StaffTest {

    @Autowired
    private Staff staff;

    @Autowired
    private Tokens tokens;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext context;

    @Test
    void aClosedAccountCannotSignIn() {
        var login = anAssociate();
        assertThat(staff.signIn(login.value().toUpperCase(java.util.Locale.ROOT), "a good password"))
                .isPresent();
        assertThat(staff.signIn(login.value(), "a bad password")).isEmpty();
        staff.close(login, Touchpoint.SYSTEM);
        assertThat(staff.signIn(login.value(), "a good password")).isEmpty();
        assertThat(staff.remembered(login).orElseThrow().open()).isFalse();
    }

    @Test
    void neitherPasswordsNorTokensAreKept() {
        anAssociate();
        var issued = aToken();
        var kept = database.sql("SELECT t::text FROM staff.token t UNION ALL SELECT a::text FROM staff.account a")
                .query(String.class)
                .list();
        assertThat(kept)
                .isNotEmpty()
                .noneMatch(row -> row.contains(issued.secret()) || row.contains("a good password"));
        assertThat(issued.toString()).doesNotContain(issued.secret());
    }

    @Test
    void aRevokedTokenOpensNothingAnyMore() {
        var issued = aToken();
        assertThat(tokens.check(issued.secret()).orElseThrow().channels()).containsExactly(Channel.APP);
        assertThat(tokens.revoke(issued.token().id())).isTrue();
        assertThat(tokens.check(issued.secret())).isEmpty();
        assertThat(tokens.check("stoa_" + "x".repeat(500))).isEmpty();
    }

    @Test
    void outsideTheDemoThereAreNoDemoAccountsAndOneAdministrator() {
        assertThat(context.getBeanProvider(DemoAccounts.class).getIfAvailable()).isNull();
        assertThat(staff.find(new Login("admin"))).isPresent();
        assertThat(tokens.check(DemoAccounts.token(Channel.WEB))).isEmpty();
    }

    private Login anAssociate() {
        var login = new Login("a" + ids.next());
        staff.save(new Account(login, "Somebody", Set.of(Role.ASSOCIATE), null, true), new Password("a good password"));
        return login;
    }

    private IssuedToken aToken() {
        return tokens.issue(new NewToken("t" + ids.next(), Set.of(Role.AGENT), List.of(Channel.APP), null));
    }
}

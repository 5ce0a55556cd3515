package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.secrets.Password;
import io.stoa.shared.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Accounts and tokens that everybody may know, made at the start in demo mode and in no other. */
@Component
@ConditionalOnProperty(name = "stoa.demo", havingValue = "true")
public class DemoAccounts {

    private static final List<DemoPerson> PEOPLE = List.of(
            new DemoPerson("manager", "Demo manager", Role.MANAGER, "/office"),
            new DemoPerson("associate", "Demo associate", Role.ASSOCIATE, "/till"),
            new DemoPerson("agent", "Demo agent", Role.AGENT, "/office"),
            new DemoPerson("merchandiser", "Demo merchandiser", Role.MERCHANDISER, "/office"),
            new DemoPerson("admin", "Demo admin", Role.ADMIN, "/office"));

    private static final List<Channel> DOORS = List.of(Channel.WEB, Channel.APP, Channel.TILL, Channel.PHONE);

    private final Staff staff;
    private final Tokens tokens;

    DemoAccounts(Staff staff, Tokens tokens) {
        this.staff = staff;
        this.tokens = tokens;
    }

    private record DemoPerson(String login, String name, Role role, String door) {
        String password() {
            return login + "-demo";
        }
    }

    /** One way into the demo, to be printed: a page with login and password, or a channel with its API token. */
    public record DemoSignIn(String door, String login, String secret) {}

    /** How people get in: the page, the login and the password. */
    public List<DemoSignIn> signIns() {
        return PEOPLE.stream()
                .map(person -> new DemoSignIn(person.door(), person.login(), person.password()))
                .toList();
    }

    /** How machines get in: one token for each of the four doors; each may name any location. */
    public List<DemoSignIn> apiTokens() {
        return DOORS.stream()
                .map(door -> new DemoSignIn(door.name(), "demo-" + lower(door), token(door)))
                .toList();
    }

    /** The token of one door, known beforehand so that demos and their scripts can be written down. */
    public static String token(Channel door) {
        return "stoa_demo_" + lower(door);
    }

    @EventListener(ApplicationStartedEvent.class)
    void open() {
        PEOPLE.forEach(person -> staff.save(
                new Account(new Login(person.login()), person.name(), Set.of(person.role()), null, true),
                new Password(person.password())));
        DOORS.forEach(door -> tokens.issue(
                new NewToken("demo-" + lower(door), Set.of(Role.ASSOCIATE, Role.AGENT), List.of(door), null),
                token(door)));
    }

    private static String lower(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}

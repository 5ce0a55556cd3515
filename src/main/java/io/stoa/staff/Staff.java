package io.stoa.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.access.SignIns;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.Password;
import io.stoa.secrets.Passwords;
import io.stoa.secrets.Secrets;
import io.stoa.shared.Actor;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the accounts of those who work here; each change is a fact in the log. Who loses a role, a password or the account is
 * signed out everywhere. Somebody is always left who gives the others their roles.
 */
@Component
public class Staff {

    static final int SECONDS_TO_NOTICE = 5;
    /** How long a link to a password is good, in hours. */
    public static final int LINK_HOURS = 72;

    private static final int REMEMBERED_MAX = 1000;
    private static final int LINK_CHARACTERS = 32;

    private final StaffTable table;
    private final PasswordLinkTable links;
    private final Passwords passwords;
    private final SignIns signIns;
    private final EventLog log;
    private final Clock clock;
    private final LoadingCache<Login, Optional<Account>> remembered;

    Staff(StaffTable table, PasswordLinkTable links, Passwords passwords, SignIns signIns, EventLog log, Clock clock) {
        this.table = table;
        this.links = links;
        this.passwords = passwords;
        this.signIns = signIns;
        this.log = log;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(Duration.ofSeconds(SECONDS_TO_NOTICE))
                .build(table::find);
    }

    // --- Accounts

    /** Opens an account that has no password yet, see {@link #passwordLink}. */
    @Transactional
    public StaffChange open(Account account, Touchpoint touchpoint) {
        return table.insert(account, null)
                .map(version -> told(AccountChanged.of(null, account), version, account, touchpoint))
                .orElseGet(StaffChange.LoginTaken::new);
    }

    /** Gives an account other properties; the same again changes nothing. */
    @CanIgnoreReturnValue
    @Transactional
    public StaffChange change(Login login, UnaryOperator<Account> edit, Touchpoint touchpoint) {
        table.lockAdministrators();
        var before = table.lock(login).orElse(null);
        if (before == null) {
            return new StaffChange.NoSuchAccount();
        }
        var after = edit.apply(before);
        if (after.equals(before)) {
            return new StaffChange.Done(after);
        }
        var version = table.update(after);
        if (version.isEmpty()) {
            return new StaffChange.LastAdministrator();
        }
        if (!after.open() || !after.roles().equals(before.roles())) {
            signIns.endAll(Actor.staff(login.value()), null, touchpoint);
        }
        return told(AccountChanged.of(before, after), version.get(), after, touchpoint);
    }

    /** Ends all access of this account, at once. */
    @CanIgnoreReturnValue
    @Transactional
    public StaffChange close(Login login, Touchpoint touchpoint) {
        links.end(login);
        return change(login, account -> account.withOpen(false), touchpoint);
    }

    /** Opens the account, or gives an existing one these properties and this password. */
    @CanIgnoreReturnValue
    @Transactional
    public StaffChange save(Account account, Password password, Touchpoint touchpoint) {
        var hash = passwords.hash(password);
        var version = table.insert(account, hash);
        if (version.isPresent()) {
            return told(AccountChanged.of(null, account), version.get(), account, touchpoint);
        }
        var changed = change(account.login(), before -> account, touchpoint);
        if (changed instanceof StaffChange.Done) {
            setPassword(account.login(), hash, touchpoint);
        }
        return changed;
    }

    /** The same by Stoa itself at its start: whoever is signed in with the account stays so. */
    @Transactional
    public void save(Account account, Password password) {
        var hash = passwords.hash(password);
        var version = table.insert(account, hash);
        if (version.isPresent()) {
            told(AccountChanged.of(null, account), version.get(), account, Touchpoint.SYSTEM);
        } else if (change(account.login(), before -> account, Touchpoint.SYSTEM) instanceof StaffChange.Done) {
            var _ = table.setPassword(account.login(), hash);
        }
    }

    // --- Passwords

    /** A secret by which the holder of an open account chooses a password, once, within {@value #LINK_HOURS} hours; it ends the one before. */
    @Transactional
    public Optional<String> passwordLink(Login login, Touchpoint touchpoint) {
        return table.touch(login).map(version -> {
            var secret = Secrets.random(LINK_CHARACTERS);
            links.save(login, Secrets.hash(secret), clock.instant().plus(Duration.ofHours(LINK_HOURS)));
            log.append(NewEvent.of(PasswordChanged.LINK, key(login), version, touchpoint, new PasswordChanged(login)));
            return secret;
        });
    }

    /** Whose link this is, while it is good. */
    public Optional<Account> ofLink(String secret) {
        return links.find(Secrets.hash(secret), clock.instant()).flatMap(table::find);
    }

    /** Uses a link up: whose password this is now, or nothing when the link is good no more. */
    @Transactional
    public Optional<Account> choosePassword(String secret, Password password, Touchpoint touchpoint) {
        var hash = passwords.hash(password);
        var login = links.take(Secrets.hash(secret), clock.instant());
        login.ifPresent(known -> setPassword(
                known, hash, new Touchpoint(touchpoint.channel(), touchpoint.location(), Actor.staff(known.value()))));
        return login.flatMap(table::find);
    }

    private void setPassword(Login login, String hash, Touchpoint touchpoint) {
        long version = table.setPassword(login, hash);
        signIns.endAll(Actor.staff(login.value()), null, touchpoint);
        log.append(NewEvent.of(PasswordChanged.SET, key(login), version, touchpoint, new PasswordChanged(login)));
    }

    /** Whose account this is; empty alike when there is none, it is closed, or the password is wrong. */
    public Optional<Account> signIn(String typed, String password) {
        var login = Login.typed(typed);
        var hash = login.flatMap(table::passwordHash).orElse(null);
        var name = "staff:" + login.map(Login::value).orElse("?");
        return passwords.check(name, password, hash) ? login.flatMap(table::find) : Optional.empty();
    }

    // --- Who there is

    public Optional<Account> find(Login login) {
        return table.find(login);
    }

    /** The first thousand by login. */
    public List<Account> all() {
        return table.all();
    }

    public Page<Account> list(StaffQuery query) {
        return Page.of(table.list(query), query.size(), account -> account.login().value());
    }

    /** As {@link #find}, from memory, at most {@value #SECONDS_TO_NOTICE} seconds old. */
    Optional<Account> remembered(Login login) {
        return remembered.get(login);
    }

    boolean isEmpty() {
        return table.isEmpty();
    }

    @CanIgnoreReturnValue
    private StaffChange told(AccountChanged fact, long version, Account account, Touchpoint touchpoint) {
        log.append(NewEvent.of(fact.type(), key(account.login()), version, touchpoint, fact));
        AfterCommit.run(() -> remembered.invalidate(account.login()));
        return new StaffChange.Done(account);
    }

    private static String key(Login login) {
        return "staff:" + login;
    }
}

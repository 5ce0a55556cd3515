package io.stoa.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.secrets.Password;
import io.stoa.secrets.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Keeps the accounts of those who work here. A closed account is out within {@value #SECONDS_TO_NOTICE} seconds. */
@Component
public class Staff {

    static final int SECONDS_TO_NOTICE = 5;
    private static final int REMEMBERED_MAX = 1000;

    private final StaffTable table;
    private final Passwords passwords;
    private final LoadingCache<Login, Optional<Account>> remembered;

    Staff(StaffTable table, Passwords passwords) {
        this.table = table;
        this.passwords = passwords;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(Duration.ofSeconds(SECONDS_TO_NOTICE))
                .build(table::find);
    }

    /** Opens the account, or gives an existing one these properties and this password. */
    public void save(Account account, Password password) {
        table.save(account, passwords.hash(password));
        remembered.invalidate(account.login());
    }

    /** Ends all access of this account; answers whether it was open. */
    @CanIgnoreReturnValue
    public boolean close(Login login) {
        boolean closed = table.close(login);
        remembered.invalidate(login);
        return closed;
    }

    public Optional<Account> find(Login login) {
        return table.find(login);
    }

    /** The first thousand by login. */
    public List<Account> all() {
        return table.all();
    }

    /** Whose account this is; empty alike when there is none, it is closed, or the password is wrong. */
    public Optional<Account> signIn(String typed, String password) {
        var login = Login.typed(typed);
        var hash = login.flatMap(table::passwordHash).orElse(null);
        var name = "staff:" + login.map(Login::value).orElse("?");
        return passwords.check(name, password, hash) ? login.flatMap(table::find) : Optional.empty();
    }

    /** As {@link #find}, from memory, at most {@value #SECONDS_TO_NOTICE} seconds old. */
    Optional<Account> remembered(Login login) {
        return remembered.get(login);
    }

    boolean isEmpty() {
        return table.isEmpty();
    }
}

package io.stoa.staff;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.access.TokenCheck;
import io.stoa.secrets.Secrets;
import io.stoa.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Issues, checks and revokes the tokens of machines. Kept as SHA-256, which suffices for random secrets; a check costs no
 * query most of the time, and a revoked token is out within {@value #SECONDS_TO_NOTICE} seconds in every process. Thread-safe.
 */
@Component
public class Tokens implements TokenCheck {

    static final int SECONDS_TO_NOTICE = 5;
    private static final String PREFIX = "stoa_";
    private static final int SECRET_CHARACTERS = 32;
    private static final int LENGTH_MAX = 100;
    private static final int REMEMBERED_MAX = 10_000;

    private final TokenTable table;
    private final Ids ids;
    private final LoadingCache<String, Optional<Client>> remembered;

    Tokens(TokenTable table, Ids ids) {
        this.table = table;
        this.ids = ids;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED_MAX)
                .expireAfterWrite(Duration.ofSeconds(SECONDS_TO_NOTICE))
                .build(this::ask);
    }

    public IssuedToken issue(NewToken token) {
        return issue(token, PREFIX + Secrets.random(SECRET_CHARACTERS));
    }

    /** Ends a token; answers whether it was still good. */
    @CanIgnoreReturnValue
    public boolean revoke(long id) {
        boolean revoked = table.revoke(id);
        remembered.invalidateAll();
        return revoked;
    }

    /** The newest thousand, revoked ones too. */
    public List<Token> all() {
        return table.all();
    }

    @Override
    public Optional<Client> check(String secret) {
        return secret.startsWith(PREFIX) && secret.length() <= LENGTH_MAX ? remembered.get(secret) : Optional.empty();
    }

    /** With a secret that is known beforehand, as only the demo may have. */
    @CanIgnoreReturnValue
    IssuedToken issue(NewToken token, String secret) {
        var hash = Secrets.hash(secret);
        table.insert(ids.next(), hash, token);
        remembered.invalidate(secret);
        return new IssuedToken(table.find(hash).orElseThrow(), secret);
    }

    private Optional<Client> ask(String secret) {
        return table.find(Secrets.hash(secret))
                .filter(token -> token.revokedAt() == null)
                .map(token -> new Client(token.name(), token.roles(), token.channels(), token.location()));
    }
}

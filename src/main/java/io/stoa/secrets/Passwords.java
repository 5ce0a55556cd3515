package io.stoa.secrets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords (bcrypt, with the algorithm written in front so that it can be changed) and checks them. A check costs
 * the same for somebody unknown. After {@value #FAILURES_MAX} failures in a row a name rests for {@value #REST_MINUTES}
 * minutes, and at most {@value #AT_ONCE_MAX} are checked at once, so that guessing cannot use up the machine. Thread-safe.
 */
@Component
public class Passwords {

    static final int FAILURES_MAX = 10;
    static final int REST_MINUTES = 5;
    static final int AT_ONCE_MAX = 2;
    private static final int NAMES_MAX = 100_000;
    private static final int WAIT_SECONDS = 3;
    private static final String BCRYPT = "bcrypt";

    private final PasswordEncoder encoder;
    private final String nobody;
    private final Semaphore room = new Semaphore(AT_ONCE_MAX);
    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .maximumSize(NAMES_MAX)
            .expireAfterWrite(Duration.ofMinutes(REST_MINUTES))
            .build();

    /** @param strength of bcrypt, 4 to 31: each step more doubles the time of a check; less than 10 is for tests alone */
    Passwords(@Value("${stoa.passwords.strength:10}") int strength) {
        encoder = new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(strength)));
        nobody = hash(new Password(Secrets.random(32)));
    }

    public final String hash(Password password) {
        var hash = encoder.encode(password.text());
        if (hash == null) {
            throw new IllegalStateException("A password without a hash");
        }
        return hash;
    }

    /**
     * Whether this is the password. False as well while the name rests after too many failures.
     *
     * @param name who claims to sign in, for counting failures; prefixed by the kind, such as {@code staff:anna}
     * @param hash what {@link #hash} made, or null when there is nobody of this name or no password
     */
    public boolean check(String name, String password, @Nullable String hash) {
        var failed = failures.get(name, unseen -> new AtomicInteger());
        if (failed.get() >= FAILURES_MAX || Password.bytes(password) > Password.BYTES_MAX) {
            return false;
        }
        boolean right = matches(password, hash == null ? nobody : hash) && hash != null;
        if (right) {
            failures.invalidate(name);
        } else {
            failed.incrementAndGet();
        }
        return right;
    }

    private boolean matches(String password, String hash) {
        try {
            if (!room.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return false;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return encoder.matches(password, hash);
        } finally {
            room.release();
        }
    }
}

package io.stoa.customers;

import io.stoa.customers.CodeTable.Fresh;
import io.stoa.customers.CodeTable.Purpose;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes codes of six digits and knows the right one: each works once, until its end, for {@value CodeTable#ATTEMPTS_MAX} tries.
 * To one address or number at most {@value #HOURLY} go out in an hour and {@value #DAILY} in a day. What was asked for is done
 * after the answer, so that nothing shows in how long it takes.
 */
@Component
class CodeBook {

    static final int HOURLY = 5;
    static final int DAILY = 10;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final CodeTable codes;
    private final Errands errands;
    private final HomeKey key;
    private final Ids ids;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CodeBook(CodeTable codes, Errands errands, HomeKey key, Ids ids, TransactionTemplate transaction, Clock clock) {
        this.codes = codes;
        this.errands = errands;
        this.key = key;
        this.ids = ids;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A code that was made, to be told to nobody but who has the address. */
    record Made(long id, String code, Instant end) {}

    /** Soon, in a transaction of its own, unless too much went to this address before. */
    void later(String address, Runnable errand) {
        errands.run(() -> transaction.executeWithoutResult(status -> {
            if (mayBeSent(address)) {
                errand.run();
            }
        }));
    }

    private boolean mayBeSent(String address) {
        var now = clock.instant();
        return codes.sent(address, now.minus(Duration.ofHours(1))) < HOURLY
                && codes.sent(address, now.minus(Duration.ofDays(1))) < DAILY;
    }

    /** Keeps a proof of a new code; in the caller's transaction. */
    Made make(Purpose purpose, String address, @Nullable CustomerId person, @Nullable String wish, Duration lasts) {
        long id = ids.next();
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        var end = clock.instant().plus(lasts);
        codes.insert(new Fresh(id, purpose, address, person, HexFormat.of().formatHex(proof(id, code)), wish, end), clock.instant());
        return new Made(id, code, end);
    }

    /** Uses the newest code of this address, once; empty when it is another, too old, tried too often, or used. */
    Optional<CodeTable.Tried> right(Purpose purpose, String address, @Nullable CustomerId person, String typed) {
        var code = typed.replaceAll("[^0-9]", "");
        return codes.tryOne(purpose, address, person, clock.instant())
                .filter(tried -> MessageDigest.isEqual(proof(tried.id(), code), HexFormat.of().parseHex(tried.proof())))
                .filter(tried -> codes.use(tried.id()));
    }

    private byte[] proof(long id, String code) {
        return key.sign("code:" + id + ":" + code);
    }

    @Scheduled(fixedDelay = 3_600_000)
    void forget() {
        codes.forget(clock.instant().minus(Duration.ofDays(2)));
    }
}

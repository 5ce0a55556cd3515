package io.stoa.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.secrets.Secrets;
import io.stoa.shared.Actor;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.WebUtils;

/**
 * Who is signed in where, in the database: it outlives this process and is known to the others. A browser holds a token of 186
 * bits that is made anew at each sign-in, the database its hash. What was read is believed for {@value #BELIEVED_SECONDS}
 * seconds; a sign-out is heard at once here, and within the second by other processes. Thread-safe.
 */
@Component
public class SignIns {

    static final int BELIEVED_SECONDS = 5;

    private static final int TOKEN_CHARACTERS = 32;
    private static final int DEVICE_MAX = 300;
    private static final int LISTED_MAX = 50;
    private static final int REMEMBERED_MAX = 50_000;
    private static final int FORGOTTEN_AT_ONCE = 1_000;
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);

    private final SignInTable table;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Cache<String, Optional<Known>> believed = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_MAX)
            .expireAfterWrite(Duration.ofSeconds(BELIEVED_SECONDS))
            .build();

    /** A sign-in and whose it is. */
    private record Known(SignedIn signedIn, Member member) {}

    SignIns(SignInTable table, EventLog log, Tail tail, Ids ids, Clock clock, TransactionTemplate transaction) {
        this.table = table;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
        var _ = tail.follow(events -> {
            if (events.stream().anyMatch(event -> event.type().equals(SignInEnded.TYPE))) {
                believed.invalidateAll();
            }
        });
    }

    // --- One browser

    /** Signs somebody in here, under a new token; whoever was signed in here before is not any more. */
    void open(Entrance entrance, Member member, HttpServletRequest request, HttpServletResponse response) {
        forget(entrance, request);
        var token = Secrets.random(TOKEN_CHARACTERS);
        var now = clock.instant();
        var said = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        var device = said.substring(0, Math.min(DEVICE_MAX, said.length()));
        var actor = member.actor().toString();
        table.insert(ids.next(), Secrets.hash(token), entrance, actor, device, now, now.plus(entrance.lasts()));
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(entrance, token, request));
    }

    /** Who is signed in here, by the token that the browser shows. */
    Optional<Member> member(SignIn signIn, HttpServletRequest request) {
        return known(signIn, request).map(Known::member).filter(signIn::stillWelcome);
    }

    /** Signs out here. */
    void leave(Entrance entrance, HttpServletRequest request, HttpServletResponse response) {
        forget(entrance, request);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(entrance, "", request));
    }

    /** Whether that caller is still signed in here; reads the database, and asks nothing of guests and machines. */
    public boolean isStill(Caller caller, HttpServletRequest request) {
        return switch (caller.actor().kind()) {
            case CUSTOMER -> here(Entrance.SHOP, request) != null;
            case STAFF -> here(Entrance.STAFF, request) != null;
            case GUEST, BOT, PARTNER, SYSTEM -> true;
        };
    }

    /** The sign-in of this very browser, null when there is none. */
    public @Nullable Long here(Entrance entrance, HttpServletRequest request) {
        return token(entrance, request)
                .flatMap(token -> table.find(Secrets.hash(token), entrance, clock.instant()))
                .map(SignedIn::id)
                .orElse(null);
    }

    private Optional<Known> known(SignIn signIn, HttpServletRequest request) {
        return token(signIn.entrance(), request)
                .flatMap(token -> believed.get(signIn.entrance() + token, key -> read(signIn, token)));
    }

    private Optional<Known> read(SignIn signIn, String token) {
        var now = clock.instant();
        var found = table.find(Secrets.hash(token), signIn.entrance(), now);
        found.filter(one -> one.seenAt().plus(SEEN_EVERY).isBefore(now))
                .ifPresent(one -> table.seen(one.id(), now, now.plus(signIn.entrance().lasts())));
        return found.flatMap(one -> signIn.member(one.actor().substring(one.actor().indexOf(':') + 1))
                .map(member -> new Known(one, member)));
    }

    private void forget(Entrance entrance, HttpServletRequest request) {
        token(entrance, request).ifPresent(token -> {
            table.find(Secrets.hash(token), entrance, clock.instant()).ifPresent(before -> endHere(entrance, before));
            believed.invalidate(entrance + token);
        });
    }

    /** Told like any other end: what is open in this browser must hear of it, at whichever process it hangs. */
    private void endHere(Entrance entrance, SignedIn before) {
        var actor = Actor.read(before.actor());
        var channel = entrance == Entrance.SHOP ? Channel.WEB : Channel.OFFICE;
        transaction.executeWithoutResult(status ->
                ended(actor, table.end(before.actor(), before.id(), null), Touchpoint.of(channel, actor)));
    }

    private static Optional<String> token(Entrance entrance, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, entrance.cookie());
        return cookie != null && cookie.getValue().length() == TOKEN_CHARACTERS
                ? Optional.of(cookie.getValue())
                : Optional.empty();
    }

    /** Of the staff, until the browser is closed. */
    private static String cookie(Entrance entrance, String token, HttpServletRequest request) {
        var cookie = ResponseCookie.from(entrance.cookie(), token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
        if (token.isEmpty()) {
            return cookie.maxAge(0).build().toString();
        }
        return (entrance == Entrance.SHOP ? cookie.maxAge(entrance.lasts()) : cookie).build().toString();
    }

    // --- All browsers

    /** Where somebody is signed in, last seen first. */
    public List<SignedIn> of(Actor actor) {
        return table.of(actor.toString(), clock.instant(), LISTED_MAX);
    }

    /** Signs out one place, in the caller's transaction if there is one; false when there was no such place. */
    @CanIgnoreReturnValue
    @Transactional
    public boolean end(Actor actor, long id, Touchpoint touchpoint) {
        return ended(actor, table.end(actor.toString(), id, null), touchpoint) > 0;
    }

    /** Signs out everywhere but at the place to keep; answers how many places that were. */
    @CanIgnoreReturnValue
    @Transactional
    public int endAll(Actor actor, @Nullable Long keep, Touchpoint touchpoint) {
        return ended(actor, table.end(actor.toString(), null, keep), touchpoint);
    }

    @CanIgnoreReturnValue
    private int ended(Actor actor, int places, Touchpoint touchpoint) {
        if (places > 0) {
            var customer = actor.kind() == Actor.Kind.CUSTOMER ? new CustomerId(Long.parseLong(actor.id())) : null;
            log.append(new NewEvent(
                    SignInEnded.TYPE, SignInEnded.key(actor), clock.millis(), customer, null, touchpoint, new SignInEnded(places)));
            AfterCommit.run(believed::invalidateAll);
        }
        return places;
    }

    @Scheduled(fixedDelay = 600_000)
    void forgetOld() {
        for (int gone = FORGOTTEN_AT_ONCE; gone == FORGOTTEN_AT_ONCE; ) {
            gone = table.forget(clock.instant(), FORGOTTEN_AT_ONCE);
        }
    }
}

package io.stoa.showing;

import io.stoa.events.EventLog;
import io.stoa.orders.CartId;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import io.stoa.showing.ShownCart.State;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows carts at tills, and knows which till has one. Thread-safe. */
@Component
public class Showing {

    /** How long a code is good. */
    public static final Duration READABLE = Duration.ofMinutes(15);

    /** How long a till has a cart that it neither sells nor gives back. */
    public static final Duration TAKEN_FOR = Duration.ofMinutes(30);

    /** Letters and digits that scanners type alike on every keyboard and people read alike: 41 bits. */
    private static final String ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679";

    private static final int LENGTH = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ShowingTable table;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Showing(ShowingTable table, EventLog log, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether somebody typed or scanned something that looks like a code. */
    public static boolean isCode(String typed) {
        var tidy = tidy(typed);
        return tidy.length() == LENGTH && tidy.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
    }

    /** Gives the cart a new code; one that a till has stays there. */
    public ShownCart show(CartId cart) {
        var now = clock.instant();
        return table.show(cart, code(), now, now.plus(READABLE)).or(() -> table.find(cart)).orElseThrow();
    }

    /** How a cart was shown last, if it ever was. */
    public Optional<ShownCart> find(CartId cart) {
        return table.find(cart);
    }

    /** Whether a till has it now, so that no other door may sell it. */
    public boolean isTaken(CartId cart) {
        return table.find(cart).filter(shown -> shown.isTaken(clock.instant())).isPresent();
    }

    /** Of many tills that ask at once one gets it. */
    public TakeOutcome take(String code, LocationId location, Touchpoint touchpoint) {
        var now = clock.instant();
        var won = transaction.execute(status -> {
            var taken = table.take(tidy(code), location, now, now.plus(TAKEN_FOR));
            taken.ifPresent(shown -> log.append(ShowingChanged.event(ShowingChanged.TAKEN, shown, touchpoint)));
            return taken;
        });
        return won.<TakeOutcome>map(shown -> new TakeOutcome.Taken(shown.cart()))
                .or(() -> table.byCode(tidy(code))
                        .map(shown -> shown.state() == State.SHOWN ? new TakeOutcome.Expired() : new TakeOutcome.Gone(shown)))
                .orElseGet(TakeOutcome.NoSuchCode::new);
    }

    /** What a till had of it is sold. Nothing for a cart that nobody showed. */
    public void sold(CartId cart, List<OrderId> orders, Touchpoint touchpoint) {
        move(cart, State.SOLD, orders, ShowingChanged.SOLD, touchpoint);
    }

    /** The till has it no more. Nothing for a cart that nobody showed. */
    public void giveBack(CartId cart, Touchpoint touchpoint) {
        move(cart, State.GIVEN_BACK, List.of(), ShowingChanged.GIVEN_BACK, touchpoint);
    }

    private void move(CartId cart, State to, List<OrderId> orders, String type, Touchpoint touchpoint) {
        transaction.executeWithoutResult(status -> table.move(cart, to, orders)
                .ifPresent(shown -> log.append(ShowingChanged.event(type, shown, touchpoint))));
    }

    private static String code() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** Blanks, dashes and small letters do not matter. */
    private static String tidy(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}

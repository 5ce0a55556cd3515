package io.stoa.customers;

import io.stoa.brand.Brand;
import io.stoa.customers.CodeTable.Purpose;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.page.Texts;
import io.stoa.shared.Allowance;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Touchpoint;
import io.stoa.sms.Sms;
import io.stoa.sms.Text;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Telephone numbers that let their owner in by a code that is texted. A number does so once it was confirmed by such a code:
 * what somebody only typed proves nothing. Whether a number is known shows neither in what is answered nor in how long it
 * takes. Thread-safe.
 */
@Component
public class Phones {

    private static final Duration LASTS = Duration.ofMinutes(10);
    /** Of one customer in an hour, whatever numbers they add: texts cost money. */
    private static final int ASKED_MAX = 5;

    private final Customers customers;
    private final CustomerTable persons;
    private final IdentifierTable identifiers;
    private final CodeBook book;
    private final Sms sms;
    private final Brand brand;
    private final EventLog log;
    private final Allowance asked = new Allowance(ASKED_MAX, Duration.ofHours(1));

    Phones(
            Customers customers,
            CustomerTable persons,
            IdentifierTable identifiers,
            CodeBook book,
            Sms sms,
            Brand brand,
            EventLog log) {
        this.customers = customers;
        this.persons = persons;
        this.identifiers = identifiers;
        this.book = book;
        this.sms = sms;
        this.brand = brand;
        this.log = log;
    }

    /** Whether a text would reach anybody. */
    public boolean areOffered() {
        return sms.isOffered();
    }

    /** Whether texts lie in the back office of a demo. */
    public boolean areShownOnly() {
        return sms.isShownOnly();
    }

    /** Those that let this customer in, as E.164. */
    public Set<String> confirmed(CustomerId id) {
        return Set.copyOf(identifiers.confirmed(id));
    }

    // --- Confirming

    /** Texts a code to a number of this customer's; false when that was often enough, and silently nothing for another's. */
    public boolean ask(CustomerId id, String phone) {
        var number = normal(phone);
        if (number == null) {
            return true;
        }
        if (!asked.take(id.toString())) {
            return false;
        }
        book.later(number, () -> customers
                .find(id)
                .filter(owner -> owner.phones().contains(number))
                .ifPresent(owner -> send(Purpose.PHONE, "phone-code", number, owner)));
        return true;
    }

    /** Whether the number lets its owner in from now on; false for a wrong code. */
    @Transactional
    public boolean confirm(CustomerId id, String phone, String code, Touchpoint touchpoint) {
        var number = normal(phone);
        if (number == null || book.right(Purpose.PHONE, number, id, code).isEmpty() || !identifiers.confirm(id, number)) {
            return false;
        }
        long version = persons.touch(id).orElseThrow();
        log.append(new NewEvent("customers.phone_confirmed", "customer:" + id, version, id, null, touchpoint, Map.of()));
        return true;
    }

    // --- Coming in

    /** Texts a code to sign in with, if the number lets somebody in. */
    public void forSigningIn(String phone) {
        var number = normal(phone);
        if (number != null) {
            book.later(number, () -> owner(number)
                    .flatMap(customers::find)
                    .ifPresent(owner -> send(Purpose.SIGN_IN, "sign-in-sms", number, owner)));
        }
    }

    /** Whose code this is; empty alike for a wrong one, one that was used or is too old, and a number that lets nobody in. */
    @Transactional
    public Optional<CustomerId> signIn(String phone, String code) {
        var number = normal(phone);
        return number == null
                ? Optional.empty()
                : book.right(Purpose.SIGN_IN, number, null, code)
                        .map(tried -> new CustomerId(Objects.requireNonNull(tried.person())))
                        .filter(id -> owner(number).equals(Optional.of(id)));
    }

    /** Whether this could be a number. */
    public static boolean isNumber(String phone) {
        return normal(phone) != null;
    }

    private Optional<CustomerId> owner(String number) {
        return customers.byPhone(number).filter(id -> identifiers.confirmed(id).contains(number));
    }

    private void send(Purpose purpose, String kind, String number, Customer owner) {
        var made = book.make(purpose, number, owner.id(), null, LASTS);
        var words = Texts.in(Locale.forLanguageTag(owner.language()))
                .get("customers." + kind, Text.MARK, brand.kit().value().name());
        sms.write(new Text(kind + ":" + made.id(), kind, number, words, made.code(), made.end(), owner.id()));
    }

    private static @Nullable String normal(String phone) {
        try {
            return Identifier.phone(phone, null).value();
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}

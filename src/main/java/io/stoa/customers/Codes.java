package io.stoa.customers;

import io.stoa.customers.CodeTable.Fresh;
import io.stoa.customers.CodeTable.Purpose;
import io.stoa.mail.Recipient;
import io.stoa.secrets.HomeKey;
import io.stoa.secrets.Password;
import io.stoa.secrets.Passwords;
import io.stoa.secrets.Secrets;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Json;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets customers in by what is mailed to them: a code of six digits, or a link to a new password. Each works once, for minutes,
 * and a code for {@value CodeTable#ATTEMPTS_MAX} tries; an address is mailed at most {@value CodeBook#HOURLY} an hour
 * and {@value CodeBook#DAILY} a day. Whether an address is known shows neither in what is answered nor in how long it takes. Thread-safe.
 */
@Component
public class Codes {

    private static final int LINK_CHARACTERS = 32;
    private static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final Duration SIGN_UP_LASTS = Duration.ofMinutes(30);
    private static final Duration LINK_LASTS = Duration.ofHours(1);

    private final Customers customers;
    private final CodeTable codes;
    private final AccountLetters letters;
    private final PasswordChange password;
    private final Passwords passwords;
    private final CodeBook book;
    private final HomeKey key;
    private final Ids ids;
    private final Clock clock;

    /** An account that somebody wants to open. */
    private record Wish(String name, String email, String language, String hash) {}

    Codes(
            Customers customers,
            CodeTable codes,
            AccountLetters letters,
            PasswordChange password,
            Passwords passwords,
            CodeBook book,
            HomeKey key,
            Ids ids,
            Clock clock) {
        this.customers = customers;
        this.codes = codes;
        this.letters = letters;
        this.password = password;
        this.passwords = passwords;
        this.book = book;
        this.key = key;
        this.ids = ids;
        this.clock = clock;
    }

    // --- Asking

    /** Mails a code to sign in with, if somebody has this address. */
    public void forSigningIn(String email) {
        later(email, address -> known(address).ifPresent(owner -> code(Purpose.SIGN_IN, address, owner, null)));
    }

    /** Mails a link to a new password, if somebody has this address. */
    public void forNewPassword(String email) {
        later(email, address -> known(address).ifPresent(owner -> link("password-link", address, owner)));
    }

    /** Mails a code that opens the account; to who has one already, that somebody tried, and a link to get in. */
    public void forSigningUp(String name, String email, Password chosen, String language) {
        var wish = key.seal(Json.write(new Wish(name.strip(), email.strip(), language, passwords.hash(chosen))));
        later(email, address -> known(address)
                .ifPresentOrElse(
                        owner -> link("address-taken", address, owner),
                        () -> code(Purpose.SIGN_UP, address, new AccountLetters.To(null, name, email.strip(), language), wish)));
    }

    private interface Errand {
        void run(String address);
    }

    private void later(String email, Errand errand) {
        var address = normal(email);
        if (address != null) {
            book.later(address, () -> errand.run(address));
        }
    }

    private Optional<AccountLetters.To> known(String address) {
        return customers.byEmail(address).flatMap(customers::find).map(owner -> AccountLetters.To.of(owner, written(owner, address)));
    }

    /** As its owner wrote it. */
    private static String written(Customer owner, String address) {
        return owner.emails().stream()
                .filter(email -> address.equals(normal(email)))
                .findFirst()
                .orElse(address);
    }

    private void code(Purpose purpose, String address, AccountLetters.To to, @Nullable String wish) {
        boolean fresh = purpose == Purpose.SIGN_UP;
        var made = book.make(purpose, address, to.person(), wish, fresh ? SIGN_UP_LASTS : CODE_LASTS);
        letters.code(made.id(), fresh ? "account-opened" : "sign-in-code", to, made.code(), made.end());
    }

    private void link(String kind, String address, AccountLetters.To to) {
        long id = ids.next();
        var link = Secrets.random(LINK_CHARACTERS);
        var end = clock.instant().plus(LINK_LASTS);
        codes.insert(new Fresh(id, Purpose.PASSWORD, address, to.person(), hex(key.sign("link:" + link)), null, end), clock.instant());
        letters.link(id, kind, to, link, end);
    }

    // --- Coming in

    /** Whose code this is; empty alike for a wrong one, one that was used or is too old, and an unknown address. */
    @Transactional
    public Optional<CustomerId> signIn(String email, String code) {
        return right(Purpose.SIGN_IN, email, code).map(tried -> new CustomerId(Objects.requireNonNull(tried.person())));
    }

    /** Opens the account that was asked for; empty as well when the address found another owner meanwhile. */
    @Transactional
    public Optional<CustomerId> signUp(String email, String code, Touchpoint touchpoint) {
        return right(Purpose.SIGN_UP, email, code)
                .map(tried -> Json.read(key.open(String.valueOf(tried.wish())), Wish.class))
                .filter(wish -> customers.byEmail(wish.email()).isEmpty())
                .map(wish -> {
                    var fresh = new NewCustomer(
                            null, wish.name(), List.of(wish.email()), List.of(), List.of(), List.of(), wish.language());
                    var id = customers.register(fresh, touchpoint);
                    password.set(id, wish.hash());
                    return id;
                });
    }

    /** Whether a link still leads to a new password. */
    public boolean isOpen(String link) {
        return codes.byLink(key.sign("link:" + link), clock.instant()).isPresent();
    }

    /** Sets another password by a link, once; everybody who was signed in is signed out. */
    @Transactional
    public Optional<CustomerId> setPassword(String link, Password chosen, Touchpoint touchpoint) {
        var owner = codes.useLink(key.sign("link:" + link), clock.instant());
        owner.ifPresent(id -> customers.setPassword(id, chosen, touchpoint));
        return owner;
    }

    private Optional<CodeTable.Tried> right(Purpose purpose, String email, String typed) {
        var address = normal(email);
        return address == null ? Optional.empty() : book.right(purpose, address, null, typed);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static @Nullable String normal(String email) {
        try {
            return Recipient.isAddress(email) ? Identifier.email(email).value() : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}

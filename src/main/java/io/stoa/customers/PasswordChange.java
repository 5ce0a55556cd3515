package io.stoa.customers;

import io.stoa.access.SignIns;
import io.stoa.mail.Recipient;
import io.stoa.secrets.Password;
import io.stoa.secrets.Passwords;
import io.stoa.shared.Actor;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes with another password: everybody who came in by the old one is out, and the owner hears of it. */
@Component
class PasswordChange {

    private final CustomerTable persons;
    private final CodeTable codes;
    private final Passwords passwords;
    private final SignIns signIns;
    private final AccountLetters letters;
    private final Ids ids;

    PasswordChange(
            CustomerTable persons, CodeTable codes, Passwords passwords, SignIns signIns, AccountLetters letters, Ids ids) {
        this.persons = persons;
        this.codes = codes;
        this.passwords = passwords;
        this.signIns = signIns;
        this.letters = letters;
        this.ids = ids;
    }

    /** In the caller's transaction, under the person's lock. The sign-in to keep is that of who changes it, if any. */
    void change(Customer owner, Password password, @Nullable Long keep, Touchpoint touchpoint) {
        first(owner.id(), password);
        codes.close(owner.id());
        signIns.endAll(Actor.customer(owner.id()), keep, touchpoint);
        owner.emails().stream().filter(Recipient::isAddress).findFirst().ifPresent(email ->
                letters.note(ids.next(), "password-changed", AccountLetters.To.of(owner, email)));
    }

    /** Of somebody who had none and is told so by the page. */
    void first(CustomerId id, Password password) {
        set(id, passwords.hash(password));
    }

    void set(CustomerId id, String hash) {
        if (!persons.setPassword(id, hash)) {
            throw new IllegalStateException("A person vanished under its own lock");
        }
    }
}

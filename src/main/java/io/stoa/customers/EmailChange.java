package io.stoa.customers;

import io.stoa.customers.CodeTable.Purpose;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.mail.Recipient;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Another e-mail address for an account: it counts when its owner types the code that was mailed there, takes the place of the
 * first one, and that one is told. Whether somebody else has it shows to nobody but who reads its mail. Thread-safe.
 */
@Component
public class EmailChange {

    private static final Duration LASTS = Duration.ofMinutes(30);

    private final Customers customers;
    private final CustomerTable persons;
    private final IdentifierTable identifiers;
    private final CodeTable codes;
    private final CodeBook book;
    private final AccountLetters letters;
    private final EventLog log;
    private final Ids ids;

    EmailChange(
            Customers customers,
            CustomerTable persons,
            IdentifierTable identifiers,
            CodeTable codes,
            CodeBook book,
            AccountLetters letters,
            EventLog log,
            Ids ids) {
        this.customers = customers;
        this.persons = persons;
        this.identifiers = identifiers;
        this.codes = codes;
        this.book = book;
        this.letters = letters;
        this.log = log;
        this.ids = ids;
    }

    /** Mails a code to the new address; if it is somebody's, that it is. An address that is none is passed over. */
    public void ask(CustomerId id, String email) {
        var address = Codes.normal(email);
        if (address != null) {
            book.later(address, () -> customers.find(id).ifPresent(owner -> write(owner, address, email.strip())));
        }
    }

    private void write(Customer owner, String address, String written) {
        if (customers.byEmail(address).isPresent()) {
            letters.note(ids.next(), "address-elsewhere", new AccountLetters.To(null, null, written, owner.language()));
            return;
        }
        var made = book.make(Purpose.ADDRESS, address, owner.id(), null, LASTS);
        var to = AccountLetters.To.of(owner, written);
        letters.code(made.id(), "address-code", to, made.code(), made.end());
    }

    /**
     * Whether the address counts from now on; false for a wrong code and a used one.
     *
     * @throws IdentifierTaken when somebody else was faster; nothing was changed
     */
    @Transactional
    public boolean confirm(CustomerId id, String email, String code, Touchpoint touchpoint) {
        var address = Codes.normal(email);
        if (address == null || book.right(Purpose.ADDRESS, address, id, code).isEmpty()) {
            return false;
        }
        var fresh = Identifier.email(email);
        long version = persons.touch(id).orElseThrow();
        var owner = customers.find(id).orElseThrow();
        var before = first(owner);
        if (!identifiers.replace(id, before, fresh)) {
            throw new IdentifierTaken(Identifier.Kind.EMAIL);
        }
        codes.close(id);
        log.append(new NewEvent("customers.email_changed", "customer:" + id, version, id, null, touchpoint, Map.of()));
        Optional.ofNullable(before)
                .map(Identifier::original)
                .filter(Recipient::isAddress)
                .ifPresent(old -> letters.note(ids.next(), "address-changed", AccountLetters.To.of(owner, old)));
        return true;
    }

    private @Nullable Identifier first(Customer owner) {
        return identifiers.of(List.of(owner.id().value())).stream()
                .map(IdentifierTable.Owned::identifier)
                .filter(one -> one.kind() == Identifier.Kind.EMAIL)
                .findFirst()
                .orElse(null);
    }
}

package io.stoa.customers;

import static java.util.stream.Collectors.groupingBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.Password;
import io.stoa.secrets.Passwords;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Knows the people who buy, by whatever they show: an e-mail address, a telephone number, a card. Thread-safe. */
@Component
public class Customers {

    private final CustomerTable persons;
    private final IdentifierTable identifiers;
    private final AddressTable addresses;
    private final Registration registration;
    private final Passwords passwords;
    private final PasswordChange change;
    private final EventLog log;

    Customers(
            CustomerTable persons,
            IdentifierTable identifiers,
            AddressTable addresses,
            Registration registration,
            Passwords passwords,
            PasswordChange change,
            EventLog log) {
        this.persons = persons;
        this.identifiers = identifiers;
        this.addresses = addresses;
        this.registration = registration;
        this.passwords = passwords;
        this.change = change;
        this.log = log;
    }

    /**
     * Registers somebody; with an external id that is known already, answers who that is and changes nothing.
     *
     * @throws IdentifierTaken when an e-mail, phone or card belongs to somebody else
     */
    @Transactional
    @CanIgnoreReturnValue
    public CustomerId register(NewCustomer customer, Touchpoint touchpoint) {
        refuseTaken(customer);
        var registered = registration.all(List.of(customer), touchpoint);
        refuseLostRace(customer, registered.getFirst());
        return registered.getFirst();
    }

    /**
     * Registers somebody who chose a password.
     *
     * @throws IdentifierTaken when an e-mail, phone or card belongs to somebody else
     */
    @Transactional
    @CanIgnoreReturnValue
    public CustomerId signUp(NewCustomer customer, Password password, Touchpoint touchpoint) {
        var id = register(customer, touchpoint);
        change.first(id, password);
        return id;
    }

    /**
     * Registers a list from elsewhere, in the order given, in a few statements for every {@value Registration#BATCH}. Those
     * whose external id is known stay as they are. An e-mail, phone or card that belongs to somebody else stays theirs.
     */
    @CanIgnoreReturnValue
    public List<CustomerId> registerAll(List<NewCustomer> customers) {
        return registration.inBatches(customers, Touchpoint.of(Channel.IMPORT, Actor.SYSTEM));
    }

    public Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id));
    }

    /** Those that exist of the ids given, in three queries. */
    public Map<CustomerId, Customer> byIds(Collection<CustomerId> ids) {
        return load(ids.stream().map(CustomerId::value).toList()).stream()
                .collect(Collectors.toMap(Customer::id, Function.identity()));
    }

    /** Empty as well when the text is no e-mail address. */
    public Optional<CustomerId> byEmail(String text) {
        return read(() -> Identifier.email(text)).flatMap(identifiers::owner);
    }

    /** The number with + and country code; empty as well when the text is none. */
    public Optional<CustomerId> byPhone(String text) {
        return read(() -> Identifier.phone(text, null)).flatMap(identifiers::owner);
    }

    public Optional<CustomerId> byCard(String text) {
        return read(() -> Identifier.card(text)).flatMap(identifiers::owner);
    }

    /** What a till types: the beginning of names, a whole e-mail, a card, the last digits of a phone. Keyed by id. */
    public Page<Customer> search(String text, int size, @Nullable String after) {
        var query = SearchText.of(text);
        var email = query.email().flatMap(identifiers::owner);
        if (email.isPresent()) {
            return new Page<>(find(email.get()).stream().toList(), null);
        }
        var ids = persons.search(query.words(), query.ending(), SearchText.key(after), Page.clamp(size) + 1);
        return Page.of(load(ids), Page.clamp(size), customer -> customer.id().toString());
    }

    @Transactional
    public void addEmail(CustomerId id, String email, Touchpoint touchpoint) {
        add(id, Identifier.email(email), touchpoint);
    }

    @Transactional
    public void addPhone(CustomerId id, String phone, Touchpoint touchpoint) {
        add(id, Identifier.phone(phone, null), touchpoint);
    }

    @Transactional
    public void addCard(CustomerId id, String card, Touchpoint touchpoint) {
        add(id, Identifier.card(card), touchpoint);
    }

    /** Takes a telephone number away; one that they do not have changes nothing. */
    @Transactional
    public void removePhone(CustomerId id, String phone, Touchpoint touchpoint) {
        if (identifiers.remove(id, Identifier.phone(phone, null))) {
            changed(id, "customers.identifier_removed", Map.of("kind", Identifier.Kind.PHONE), touchpoint);
        }
    }

    /**
     * Another name or other wishes.
     *
     * @throws IllegalArgumentException when the name has not 1 to {@value NewCustomer#NAME_MAX} characters
     */
    @Transactional
    public void describe(CustomerId id, String name, Preferences wishes, Touchpoint touchpoint) {
        var known = new NewCustomer(null, name, List.of(), List.of(), List.of(), List.of(), wishes.language());
        changed(id, "customers.details_changed", Map.of(), touchpoint);
        persons.describe(id, known.name(), wishes);
    }

    /** These addresses instead of those there were. */
    @Transactional
    public void setAddresses(CustomerId id, List<PostalAddress> all, Touchpoint touchpoint) {
        changed(id, "customers.addresses_changed", Map.of("addresses", all.size()), touchpoint);
        addresses.replace(id, all);
    }

    /** Signs out everywhere, and the owner hears of it by mail. */
    @Transactional
    public void setPassword(CustomerId id, Password password, Touchpoint touchpoint) {
        setPassword(id, password, null, touchpoint);
    }

    /** Signs out everywhere but at the sign-in to keep, and the owner hears of it by mail. */
    @Transactional
    public void setPassword(CustomerId id, Password password, @Nullable Long keep, Touchpoint touchpoint) {
        changed(id, "customers.password_changed", Map.of(), touchpoint);
        change.change(find(id).orElseThrow(), password, keep, touchpoint);
    }

    /** Whether this is the password of somebody who is signed in; false as well after too many failures. */
    public boolean isPassword(CustomerId id, String password) {
        return passwords.check(
                "customer:" + id, password, persons.passwordHash(id).orElse(null));
    }

    /** Who this is; empty alike for a wrong password, an unknown address, no password, and after too many failures. */
    public Optional<CustomerId> signIn(String email, String password) {
        var id = byEmail(email);
        var hash = id.flatMap(persons::passwordHash).orElse(null);
        var name =
                id.map(CustomerId::toString).orElse(String.valueOf(email.strip().hashCode()));
        return passwords.check("customer:" + name, password, hash) ? id : Optional.empty();
    }

    private void add(CustomerId id, Identifier identifier, Touchpoint touchpoint) {
        var owner = identifiers.owner(identifier);
        if (owner.filter(id::equals).isPresent()) {
            return;
        }
        changed(id, "customers.identifier_added", Map.of("kind", identifier.kind()), touchpoint);
        if (owner.isPresent() || insert(id, identifier) == 0) {
            throw new IdentifierTaken(identifier.kind());
        }
    }

    private int insert(CustomerId id, Identifier identifier) {
        return identifiers.insert(List.of(new IdentifierTable.Owned(id.value(), identifier)), identifiers.count(id));
    }

    /** Something of theirs changed that another part of this module keeps; in the caller's transaction. */
    void noted(CustomerId id, String type, Touchpoint touchpoint) {
        changed(id, type, Map.of(), touchpoint);
    }

    private void changed(CustomerId id, String type, Map<String, ?> payload, Touchpoint touchpoint) {
        long version = persons.touch(id).orElseThrow(() -> new IllegalArgumentException("There is no customer " + id));
        log.append(new NewEvent(type, "customer:" + id, version, id, null, touchpoint, payload));
    }

    private void refuseTaken(NewCustomer customer) {
        var external = customer.externalId();
        if (external != null && !persons.byExternalIds(List.of(external)).isEmpty()) {
            return;
        }
        customer.identifiers().stream()
                .filter(identifier -> identifiers.owner(identifier).isPresent())
                .findFirst()
                .ifPresent(taken -> {
                    throw new IdentifierTaken(taken.kind());
                });
    }

    /** Two who register with one address at the same instant: the later one must not be left without it. */
    private void refuseLostRace(NewCustomer customer, CustomerId id) {
        if (customer.externalId() != null) {
            return;
        }
        customer.identifiers().stream()
                .filter(identifier -> !identifiers.owner(identifier).equals(Optional.of(id)))
                .findFirst()
                .ifPresent(lost -> {
                    throw new IdentifierTaken(lost.kind());
                });
    }

    private List<Customer> load(List<Long> ids) {
        var shown = identifiers.of(ids).stream().collect(groupingBy(IdentifierTable.Owned::person));
        var places = addresses.of(ids).stream().collect(groupingBy(AddressTable.Owned::person));
        return persons.byIds(ids).stream()
                .map(person -> Assembly.customer(
                        person,
                        shown.getOrDefault(person.id(), List.of()),
                        places.getOrDefault(person.id(), List.of())))
                .toList();
    }

    private static Optional<Identifier> read(Supplier<Identifier> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}

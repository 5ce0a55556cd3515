package io.stoa.customers;

import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import java.util.List;
import java.util.function.Function;

/** Puts a person together from their rows. */
final class Assembly {

    private Assembly() {}

    static Customer customer(
            CustomerTable.Person person, List<IdentifierTable.Owned> shown, List<AddressTable.Owned> places) {
        return new Customer(
                new CustomerId(person.id()),
                person.externalId(),
                person.name(),
                of(shown, Identifier.Kind.EMAIL, Identifier::original),
                of(shown, Identifier.Kind.PHONE, Identifier::value),
                of(shown, Identifier.Kind.CARD, Identifier::original),
                places.stream().map(AddressTable.Owned::address).toList(),
                person.language(),
                person.store() == null ? null : new LocationId(person.store()),
                person.receipts(),
                person.hasPassword(),
                person.version(),
                person.since());
    }

    private static List<String> of(
            List<IdentifierTable.Owned> shown, Identifier.Kind kind, Function<Identifier, String> text) {
        return shown.stream()
                .map(IdentifierTable.Owned::identifier)
                .filter(identifier -> identifier.kind() == kind)
                .map(text)
                .toList();
    }
}

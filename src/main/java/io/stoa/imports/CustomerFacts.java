package io.stoa.imports;

import io.stoa.customers.Identifier;
import io.stoa.customers.NewCustomer;
import io.stoa.customers.PostalAddress;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.imports.CustomerFacts.Keyed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Customers; which person a key of the source stands for is remembered under {@code customer}. */
final class CustomerFacts implements Facts<Keyed> {

    private final Shop shop;
    private final KnownTable known;
    private final String source;

    /** A customer and the key that the source has for it. */
    record Keyed(String key, NewCustomer customer) {}

    CustomerFacts(Shop shop, KnownTable known, String source) {
        this.shop = shop;
        this.known = known;
        this.source = source;
    }

    @Override
    public Keyed read(Values values) {
        var key = values.text("key");
        var addresses = address(values).toList();
        var country = addresses.isEmpty() ? null : addresses.getFirst().country();
        var customer = new NewCustomer(
                source + ":customer:" + key,
                values.text("name"),
                identifier(values, "email", Identifier::email, Why.EMAIL, "an e-mail address"),
                identifier(values, "phone", phone -> Identifier.phone(phone, country), Why.PHONE, "a telephone number"),
                identifier(values, "card", Identifier::card, Why.CARD, "the number of a card"),
                addresses,
                values.optional("language").orElse("en"));
        return new Keyed(key, customer);
    }

    @Override
    public List<Refusal> write(List<Keyed> customers) {
        var ids = shop.customers(customers.stream().map(Keyed::customer).toList());
        var keys = new LinkedHashMap<KnownTable.Key, String>();
        for (int i = 0; i < ids.size(); i++) {
            keys.put(
                    new KnownTable.Key("customer", customers.get(i).key()),
                    ids.get(i).toString());
        }
        known.remember(keys);
        return List.of();
    }

    private static List<String> identifier(Values values, String name, Function<String, Identifier> reading, Why why, String what) {
        return values.optional(name).isEmpty() ? List.of() : List.of(values.as(name, reading, why, what).original());
    }

    private static Stream<PostalAddress> address(Values values) {
        return values.optional("line1").isEmpty()
                ? Stream.empty()
                : Stream.of(new PostalAddress(
                        null,
                        values.text("line1"),
                        values.optional("line2").orElse(null),
                        values.text("city"),
                        values.optional("region").orElse(null),
                        values.optional("postcode").orElse(""),
                        values.as("country", PostalAddress::country, Why.COUNTRY, "the two letters of a country, such as GB")));
    }
}

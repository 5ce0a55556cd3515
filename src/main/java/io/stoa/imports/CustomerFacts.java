package io.stoa.imports;

import io.stoa.customers.NewCustomer;
import io.stoa.customers.PostalAddress;
import io.stoa.feeds.Values;
import io.stoa.imports.CustomerFacts.Keyed;
import java.util.LinkedHashMap;
import java.util.List;
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
        var customer = new NewCustomer(
                source + ":customer:" + key,
                values.text("name"),
                values.optional("email").stream().toList(),
                values.optional("phone").stream().toList(),
                values.optional("card").stream().toList(),
                address(values).toList(),
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
                        values.text("country")));
    }
}

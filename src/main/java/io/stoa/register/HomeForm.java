package io.stoa.register;

import io.stoa.customers.Customer;
import io.stoa.locations.Address;
import io.stoa.orders.Contact;
import io.stoa.page.Texts;
import io.stoa.register.Sale.Destination;
import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where to send what goes home, as it was typed; shown again when something is missing. */
public record HomeForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String country) {

    /** Filled with what is known: the destination chosen before, else the customer's first address. */
    static HomeForm of(@Nullable Destination to, @Nullable Customer buyer, String country) {
        if (to != null) {
            return of(to.address(), to.contact());
        }
        if (buyer == null || buyer.addresses().isEmpty()) {
            var name = buyer == null ? null : buyer.name();
            return new HomeForm(name, first(buyer, true), first(buyer, false), null, null, null, null, null, country);
        }
        var home = buyer.addresses().getFirst();
        return new HomeForm(
                home.name() == null ? buyer.name() : home.name(),
                first(buyer, true),
                first(buyer, false),
                home.line1(),
                home.line2(),
                home.city(),
                home.region(),
                home.postcode(),
                home.country());
    }

    private static HomeForm of(Address to, Contact contact) {
        return new HomeForm(
                to.name(),
                contact.phone(),
                contact.email(),
                to.line1(),
                to.line2(),
                to.city(),
                to.region(),
                to.postcode(),
                to.country());
    }

    private static @Nullable String first(@Nullable Customer buyer, boolean phone) {
        if (buyer == null) {
            return null;
        }
        var all = phone ? buyer.phones() : buyer.emails();
        return all.isEmpty() ? null : all.getFirst();
    }

    /** What has to be put right, by field, in the order of the fields; empty when {@link #destination} will do. */
    Map<String, String> errors(Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        require(errors, "name", name, texts.get("till.home.error.name"));
        require(errors, "line1", line1, texts.get("till.home.error.line1"));
        require(errors, "city", city, texts.get("till.home.error.city"));
        if (!text(email).isEmpty() && !text(email).matches("[^@\\s]+@[^@\\s]+")) {
            errors.put("email", texts.get("till.home.error.email"));
        }
        if (errors.isEmpty()) {
            refusal().ifPresent(why -> errors.put("line1", texts.get("till.home.error.address", why)));
        }
        return errors;
    }

    Destination destination() {
        return new Destination(
                new Address(text(name), text(line1), line2, text(city), region, text(postcode), text(country)),
                new Contact(name, email, phone));
    }

    private Optional<String> refusal() {
        try {
            var _ = destination();
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.ofNullable(refused.getMessage());
        }
    }

    private static void require(Map<String, String> errors, String field, @Nullable String typed, String error) {
        if (text(typed).isEmpty()) {
            errors.put(field, error);
        }
    }

    /** Codes of ISO 3166 alpha-2 with their names, by name. */
    static Map<String, String> countries(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        var order = Collator.getInstance(locale);
        Stream.of(Locale.getISOCountries())
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted((one, other) -> order.compare(one.getValue(), other.getValue()))
                .forEach(country -> names.put(country.getKey(), country.getValue()));
        return names;
    }

    /** Never null, without outer blanks. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

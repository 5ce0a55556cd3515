package io.stoa.notices;

import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.locations.Address;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** In which language somebody is written to: a customer's own; a guest's is guessed by the country the order goes to. */
@Component
public class Languages {

    private static final Set<String> GERMAN = Set.of("DE", "AT", "LI");

    private final Customers customers;
    private final Locations locations;

    Languages(Customers customers, Locations locations) {
        this.customers = customers;
        this.locations = locations;
    }

    public Texts of(OrderView order) {
        var country = country(order);
        var language = Optional.ofNullable(order.customer())
                .flatMap(customers::find)
                .map(Customer::language)
                .orElse(GERMAN.contains(country) ? "de" : "en");
        return Texts.in(new Locale.Builder()
                .setLanguage(Locale.forLanguageTag(language).getLanguage())
                .setRegion(country)
                .build());
    }

    /** Empty when none is known. */
    private String country(OrderView order) {
        return Stream.concat(
                        Stream.ofNullable(order.address()),
                        order.parts().stream()
                                .map(part -> part.location())
                                .filter(Objects::nonNull)
                                .flatMap(place -> locations.find(place).stream())
                                .map(Location::address)
                                .filter(Objects::nonNull))
                .map(Address::country)
                .findFirst()
                .orElse("");
    }
}

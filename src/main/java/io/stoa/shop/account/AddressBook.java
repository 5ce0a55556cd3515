package io.stoa.shop.account;

import io.stoa.customers.Customers;
import io.stoa.customers.PostalAddress;
import io.stoa.locations.Address;
import io.stoa.orders.Delivery;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The addresses that a customer need not type again. */
@Component
public class AddressBook {

    static final int MOST = 20;

    private final Customers customers;

    AddressBook(Customers customers) {
        this.customers = customers;
    }

    /** Adds where this goes, if it goes anywhere and is not among those there are; a full book stays as it is. */
    public void keep(CustomerId whose, Delivery way, Touchpoint touchpoint) {
        switch (way) {
            case Delivery.Ship(var to) -> keep(whose, to, touchpoint);
            case Delivery.Mixed(var to, var _, var _) -> keep(whose, to, touchpoint);
            case Delivery.Collect _, Delivery.TakeAway _ -> {}
        }
    }

    private void keep(CustomerId whose, Address to, Touchpoint touchpoint) {
        var known = customers.find(whose).orElseThrow().addresses();
        var added = new PostalAddress(to.name(), to.line1(), to.line2(), to.city(), to.region(), to.postcode(), to.country());
        if (known.size() < MOST && known.stream().noneMatch(one -> place(one).equals(place(added)))) {
            customers.setAddresses(whose, Stream.concat(known.stream(), Stream.of(added)).toList(), touchpoint);
        }
    }

    /** Whoever gets it there. */
    private static List<String> place(PostalAddress address) {
        return List.of(address.line1(), address.city(), address.postcode(), address.country());
    }
}

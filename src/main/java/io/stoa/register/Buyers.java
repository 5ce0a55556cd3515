package io.stoa.register;

import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.shared.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds customers by what they say or show, and who buys now. */
@Component
public class Buyers {

    private static final int FOUND = 6;

    private final Customers customers;
    private final Sales sales;

    Buyers(Customers customers, Sales sales) {
        this.customers = customers;
        this.sales = sales;
    }

    /** By telephone, e-mail, card or name. */
    public List<Customer> find(String typed) {
        var exact = Stream.of(customers.byCard(typed), customers.byPhone(typed), customers.byEmail(typed))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(customers::find);
        return exact.map(List::of).orElseGet(() -> customers.search(typed, FOUND, null).items());
    }

    Buyer.Search search(String typed) {
        return new Buyer.Search(typed, find(typed).stream().map(one -> buyer(one, 0)).toList());
    }

    Optional<CustomerId> byCard(String scanned) {
        return customers.byCard(scanned);
    }

    @Nullable Buyer of(@Nullable Open open) {
        return open == null
                ? null
                : of(open.sale()).map(customer -> buyer(customer, waiting(open.sale()))).orElse(null);
    }

    Optional<Customer> of(Sale sale) {
        return Optional.ofNullable(sale.customer()).flatMap(customers::find);
    }

    /** Whom to tell about the sale; nobody when no customer is named. */
    Contact contact(Sale sale) {
        return of(sale)
                .map(one -> new Contact(one.name(), first(one.emails()), first(one.phones())))
                .orElse(Contact.NONE);
    }

    private static @Nullable String first(List<String> all) {
        return all.isEmpty() ? null : all.getFirst();
    }

    private int waiting(Sale sale) {
        return sales.waiting(sale).map(CartView::pieces).orElse(0);
    }

    private static Buyer buyer(Customer customer, int waiting) {
        var detail = Stream.of(customer.phones(), customer.emails(), customer.cards())
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
        return new Buyer(customer.id().toString(), customer.name(), detail, waiting);
    }
}

package io.stoa.register.returns;

import io.stoa.customers.Customer;
import io.stoa.locations.Location;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.register.Buyers;
import io.stoa.register.Receipts;
import io.stoa.register.known.Known;
import io.stoa.register.known.Purchases;
import io.stoa.returns.Return;
import io.stoa.returns.ReturnId;
import io.stoa.returns.Returns;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds what was bought: by receipt or order, by the number of an announced return, and without any of them by who bought it. */
@Component
class LookUp {

    private static final int ORDERS_SHOWN = 10;

    private final Receipts receipts;
    private final Returns returns;
    private final Orders orders;
    private final Buyers buyers;
    private final Purchases purchases;

    LookUp(Receipts receipts, Returns returns, Orders orders, Buyers buyers, Purchases purchases) {
        this.receipts = receipts;
        this.returns = returns;
        this.orders = orders;
        this.buyers = buyers;
        this.purchases = purchases;
    }

    /** Of a receipt all its orders. */
    List<OrderView> orders(String typed) {
        var found = receipts.orders(typed);
        return found.isEmpty() && typed.strip().matches("[1-9][0-9]{0,17}")
                ? returns.find(new ReturnId(Long.parseLong(typed.strip())))
                        .map(Return::order)
                        .flatMap(orders::find)
                        .map(List::of)
                        .orElse(List.of())
                : found;
    }

    /** By telephone, e-mail, card or name; people who bought nothing are left out. */
    List<TakenBack.Person> people(String typed, Location store, Texts texts) {
        return buyers.find(typed.strip()).stream()
                .map(one -> person(one, store, texts))
                .filter(one -> !one.purchases().isEmpty())
                .toList();
    }

    private TakenBack.Person person(Customer customer, Location store, Texts texts) {
        return new TakenBack.Person(
                customer.name(),
                purchases.of(customer.id(), ORDERS_SHOWN).stream()
                        .map(row -> purchases.row(row, store, texts))
                        .filter(row -> !row.off())
                        .toList());
    }
}

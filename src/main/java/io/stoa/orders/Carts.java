package io.stoa.orders;

import io.stoa.catalog.Catalog;
import io.stoa.orders.CartOutcome.Changed;
import io.stoa.orders.CartOutcome.Full;
import io.stoa.orders.CartOutcome.NotOpen;
import io.stoa.orders.CartOutcome.NotSold;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carts: one open cart per customer across all doors, and one per guest. A cart promises nothing; ordering does. Thread-safe. */
@Component
public class Carts {

    /** The most lines that a cart and an order may have. */
    public static final int LINES_MAX = 100;

    private final CartTable table;
    private final Catalog catalog;
    private final Ids ids;

    Carts(CartTable table, Catalog catalog, Ids ids) {
        this.table = table;
        this.catalog = catalog;
        this.ids = ids;
    }

    /** A new cart for a guest; for a customer the one that is open already, whatever the door. */
    public CartView open(Touchpoint touchpoint, @Nullable CustomerId customer, Currency currency) {
        return table.open(new CartId(ids.next()), touchpoint, customer, currency);
    }

    public Optional<CartView> find(CartId id) {
        return table.find(id);
    }

    public Optional<CartView> ofCustomer(CustomerId customer) {
        return table.ofCustomer(customer);
    }

    /** Sets how many pieces of a SKU are wanted; 0 takes the line out. */
    public CartOutcome put(CartId id, Sku sku, int quantity) {
        if (quantity < 0 || quantity > Quantity.UNITS_MAX) {
            throw new IllegalArgumentException("A cart line has 0 to %d pieces".formatted(Quantity.UNITS_MAX));
        }
        if (quantity > 0 && !isSold(sku)) {
            return new NotSold(sku);
        }
        return table.put(id, sku, quantity, LINES_MAX).<CartOutcome>map(Changed::new).orElseGet(() -> refusal(id));
    }

    /** Says how the goods shall leave. */
    public CartOutcome choose(CartId id, Delivery delivery) {
        return table.choose(id, delivery).<CartOutcome>map(Changed::new).orElseGet(() -> refusal(id));
    }

    /**
     * A guest signs in: the guest's cart becomes the customer's, or its lines join the customer's open cart. Of a SKU in both,
     * the larger number stays. Answers the customer's cart; doing it twice changes nothing more.
     */
    @Transactional
    public CartView mergeAtSignIn(CartId guest, CustomerId customer, Touchpoint touchpoint, Currency currency) {
        var own = table.ofCustomer(customer);
        if (own.isEmpty()) {
            return table.give(guest, customer).orElseGet(() -> open(touchpoint, customer, currency));
        }
        var lines = table.find(guest).map(CartView::lines).orElse(List.of());
        return table.close(guest) ? merged(own.get(), lines) : own.get();
    }

    private CartView merged(CartView own, List<CartView.Line> lines) {
        var result = own;
        for (var line : lines) {
            int has = quantityOf(own, line.sku());
            int more = Math.max(has, line.quantity().units());
            result = more == has ? result : table.put(own.id(), line.sku(), more, LINES_MAX).orElse(result);
        }
        return result;
    }

    private static int quantityOf(CartView cart, Sku sku) {
        return cart.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(line -> line.quantity().units())
                .sum();
    }

    private boolean isSold(Sku sku) {
        var item = catalog.items(List.of(sku)).get(sku);
        return item != null && item.sellable();
    }

    private CartOutcome refusal(CartId id) {
        return table.find(id)
                .filter(cart -> cart.state() == CartView.State.OPEN)
                .<CartOutcome>map(cart -> new Full(LINES_MAX))
                .orElse(new NotOpen(id));
    }
}

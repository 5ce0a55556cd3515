package io.stoa.orders;

import io.stoa.catalog.Catalog;
import io.stoa.coupons.CouponCode;
import io.stoa.database.IndexPlans;
import io.stoa.orders.CartOutcome.Changed;
import io.stoa.orders.CartOutcome.Full;
import io.stoa.orders.CartOutcome.NotOpen;
import io.stoa.orders.CartOutcome.NotSold;
import io.stoa.orders.CartTable.Edit;
import io.stoa.orders.CartTable.Opening;
import io.stoa.orders.discounts.Discounts;
import io.stoa.shared.CustomerId;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.Ids;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Carts: one open cart per customer across all doors, and one per guest. A cart promises nothing; ordering does. Thread-safe. */
@Component
public class Carts {

    /** The most lines that a cart and an order may have. */
    public static final int LINES_MAX = 100;

    /** How long a claim lasts that nobody ends: longer than an order that is still to be paid holds its goods. */
    public static final Duration CLAIMED_FOR = Duration.ofMinutes(30);

    private static final int QUEUE_MAX = 2_000;
    private static final int BATCH_MAX = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CartTable table;
    private final Catalog catalog;
    private final Ids ids;
    private final IndexPlans indexPlans;
    private final GroupCommit<Wish, Optional<CartView>> commit;

    /** Either of the two. */
    private record Wish(@Nullable Opening opening, @Nullable Edit edit) {}

    Carts(CartTable table, Catalog catalog, Ids ids, TransactionTemplate transaction, IndexPlans indexPlans) {
        this.table = table;
        this.catalog = catalog;
        this.ids = ids;
        this.indexPlans = indexPlans;
        this.commit = new GroupCommit<>(
                "carts", QUEUE_MAX, BATCH_MAX, PATIENCE, wishes -> transaction.execute(status -> write(wishes)));
    }

    /** How many wishes wait to be written. */
    int waiting() {
        return commit.waiting();
    }

    @PreDestroy
    void close() {
        commit.close();
    }

    /** A new cart for a guest; for a customer the one that is open already, whatever the door. */
    public CartView open(Touchpoint touchpoint, @Nullable CustomerId customer, Currency currency) {
        var id = new CartId(ids.next());
        return customer == null
                ? commit.submit(new Wish(new Opening(id, touchpoint, currency), null)).orElseThrow()
                : table.open(id, touchpoint, customer, currency);
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
        return change(new Edit(id, sku, quantity, null));
    }

    /** Says how the goods shall leave. */
    public CartOutcome choose(CartId id, Delivery delivery) {
        return change(new Edit(id, null, 0, delivery));
    }

    /** What is taken off it: a coupon, and what an associate gives. What was asked for last holds. */
    public CartOutcome discount(CartId id, UnaryOperator<Discounts> change) {
        for (var cart = table.find(id); cart.filter(Carts::isOpen).isPresent(); cart = table.find(id)) {
            var wanted = change.apply(cart.get().discounts());
            var changed = wanted.equals(cart.get().discounts())
                    ? cart
                    : table.discount(id, cart.get().version(), wanted);
            if (changed.isPresent()) {
                return new Changed(changed.get());
            }
        }
        return new NotOpen(id);
    }

    private CartOutcome change(Edit edit) {
        return commit.submit(new Wish(null, edit))
                .<CartOutcome>map(Changed::new)
                .orElseGet(() -> refusal(edit.cart()));
    }

    /** One statement opens all new carts, one changes all others. */
    private List<Optional<CartView>> write(List<Wish> wishes) {
        indexPlans.requireForMany();
        var opened = openAll(wishes);
        var changed = new IdentityHashMap<Edit, CartView>();
        changeAll(wishes.stream().map(Wish::edit).filter(Objects::nonNull).toList(), changed);
        return wishes.stream()
                .map(wish -> Optional.ofNullable(
                        wish.opening() == null ? changed.get(wish.edit()) : opened.get(wish.opening().cart())))
                .toList();
    }

    /** What comes second to a cart takes another round. */
    private void changeAll(List<Edit> edits, Map<Edit, CartView> changed) {
        var turn = new LinkedHashMap<CartId, Edit>();
        var later = new ArrayList<Edit>();
        for (var edit : edits) {
            if (turn.putIfAbsent(edit.cart(), edit) != null) {
                later.add(edit);
            }
        }
        if (!turn.isEmpty()) {
            table.change(List.copyOf(turn.values()), LINES_MAX)
                    .forEach((id, cart) -> changed.put(Objects.requireNonNull(turn.get(id)), cart));
            changeAll(later, changed);
        }
    }

    private Map<CartId, CartView> openAll(List<Wish> wishes) {
        var openings = wishes.stream().map(Wish::opening).filter(Objects::nonNull).toList();
        return openings.isEmpty() ? Map.of() : table.openAll(openings);
    }

    /**
     * A guest signs in: the guest's cart becomes the customer's, or its lines join the customer's open cart. Of a SKU in both,
     * the larger number stays. Answers the customer's cart; doing it twice changes nothing more.
     */
    @Transactional
    public CartView mergeAtSignIn(CartId guest, CustomerId customer, Touchpoint touchpoint, Currency currency) {
        var open = table.ofCustomer(customer).map(CartView::id);
        var locked = table.lock(Stream.concat(open.stream(), Stream.of(guest)).toList());
        var own = open.map(locked::get).filter(Carts::isOpen);
        if (own.isEmpty()) {
            return table.give(guest, customer)
                    .orElseGet(() -> table.open(new CartId(ids.next()), touchpoint, customer, currency));
        }
        var guests = Optional.ofNullable(locked.get(guest)).map(CartView::lines).orElse(List.of());
        return table.close(guest) ? merged(own.get(), guests, coupon(locked.get(guest))) : own.get();
    }

    private static boolean isOpen(CartView cart) {
        return cart.state() == CartView.State.OPEN;
    }

    private static @Nullable CouponCode coupon(@Nullable CartView cart) {
        return cart == null ? null : cart.discounts().coupon();
    }

    /** A coupon typed as a guest is not typed again. */
    private CartView merged(CartView own, List<CartView.Line> lines, @Nullable CouponCode coupon) {
        var result = coupon == null
                ? own
                : table.discount(own.id(), own.version(), own.discounts().with(coupon))
                        .orElse(own);
        for (var line : lines) {
            int has = quantityOf(own, line.sku());
            int more = Math.max(has, line.quantity().units());
            if (more > has) {
                var edit = new Edit(own.id(), line.sku(), more, null);
                result = table.change(List.of(edit), LINES_MAX).getOrDefault(own.id(), result);
            }
        }
        return result;
    }

    private static int quantityOf(CartView cart, Sku sku) {
        return cart.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(line -> line.quantity().units())
                .sum();
    }

    // --- Sold by somebody who does not name it in the order

    /**
     * Claims an open cart: until it is released or sold, no order may name it; at the latest after {@link #CLAIMED_FOR}. Whoever
     * claims it again under the same name has it for longer.
     *
     * @return whether it is theirs; not when it was ordered, or somebody else is selling it
     */
    public boolean claim(CartId id, String by) {
        return table.claim(id, by, CLAIMED_FOR);
    }

    /** Nothing came of the sale. Nothing happens to a cart that is not theirs. */
    public void release(CartId id, String by) {
        table.release(id, by);
    }

    /** These pieces were sold and leave the cart, and with them the claim; what was added meanwhile stays. */
    public void sold(CartId id, String by, List<CartView.Line> lines) {
        table.sold(id, by, lines);
    }

    private boolean isSold(Sku sku) {
        var item = catalog.items(List.of(sku)).get(sku);
        return item != null && item.sellable();
    }

    private CartOutcome refusal(CartId id) {
        return table.find(id)
                .filter(Carts::isOpen)
                .<CartOutcome>map(cart -> new Full(LINES_MAX))
                .orElse(new NotOpen(id));
    }
}

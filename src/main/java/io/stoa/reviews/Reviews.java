package io.stoa.reviews;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.SellableItem;
import io.stoa.events.EventLog;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.shared.Ids;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what is said about articles, and knows who may say something. Thread-safe. */
@Component
public class Reviews {

    private final ReviewTable table;
    private final Orders orders;
    private final Catalog catalog;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Reviews(ReviewTable table, Orders orders, Catalog catalog, EventLog log, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.table = table;
        this.orders = orders;
        this.catalog = catalog;
        this.log = log;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    // --- Saying something

    /** The products of an order of which a piece was handed over: about these something may be said, also when it came back. */
    public Set<ProductId> inHand(OrderView order) {
        var had = order.imported() != null
                ? List.<Sku>of()
                : order.lines().stream().filter(line -> line.fulfilled() > 0).map(OrderView.Line::sku).toList();
        var items = catalog.items(had);
        return had.stream()
                .flatMap(sku -> Stream.ofNullable(items.get(sku)))
                .map(SellableItem::productId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Says something, or otherwise what was said before with this order; the same again is the same review. */
    public ReviewOutcome write(OrderId order, ProductId product, Opinion opinion, String language, Touchpoint touchpoint) {
        boolean theirs = orders.find(order).filter(found -> inHand(found).contains(product)).isPresent();
        return theirs
                ? new ReviewOutcome.Done(transaction.execute(status -> {
                    var review = table.save(new ReviewId(ids.next()), product, order, opinion, language, clock.instant());
                    tell(ReviewChanged.WRITTEN, review, touchpoint);
                    return review;
                }))
                : new ReviewOutcome.NotTheirs();
    }

    /** Says nothing any more. Nothing when nothing was said. */
    public void takeBack(OrderId order, ProductId product, Touchpoint touchpoint) {
        transaction.executeWithoutResult(status -> table.delete(order, product)
                .ifPresent(review -> tell(ReviewChanged.TAKEN_BACK, review, touchpoint)));
    }

    /** Hides it from everybody but the office, or shows it again; empty when there is no such review. */
    public Optional<Review> hide(ReviewId id, boolean hidden, Touchpoint touchpoint) {
        transaction.executeWithoutResult(status -> table.hide(id, hidden)
                .ifPresent(review -> tell(hidden ? ReviewChanged.HIDDEN : ReviewChanged.SHOWN, review, touchpoint)));
        return table.find(id);
    }

    private void tell(String type, Review review, Touchpoint touchpoint) {
        log.append(ReviewChanged.event(type, review, table.nextVersion(review.product()), touchpoint));
    }

    // --- Reading

    /** What was said with an order. */
    public List<Review> of(OrderId order) {
        return table.of(order);
    }

    public Page<Review> list(ReviewQuery query) {
        int limit = Page.clamp(query.size());
        return Page.of(table.list(query, limit + 1), limit, review -> review.id().toString());
    }

    /** Of what is shown. */
    public Rating rating(ProductId product) {
        return table.rating(product);
    }
}

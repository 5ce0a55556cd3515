package io.stoa.edits;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.SellableItem;
import io.stoa.catalog.Variant;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.Pricing;
import io.stoa.search.ArticleQuery;
import io.stoa.search.Articles;
import io.stoa.search.ListedArticle;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works at changes in the background, one short transaction after the other, in whatever process; after a restart it goes on where it
 * was. A change whose batch fails is left as it is and says so.
 */
@Component
class EditRun {

    private static final Logger LOG = LoggerFactory.getLogger(EditRun.class);
    private static final int LINES_AT_ONCE = 400;

    private final EditTable table;
    private final EditLineTable lines;
    private final GivenTable given;
    private final Making making;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Articles articles;
    private final EventLog log;
    private final TransactionTemplate transaction;

    EditRun(
            EditTable table,
            EditLineTable lines,
            GivenTable given,
            Making making,
            Catalog catalog,
            Pricing pricing,
            Articles articles,
            EventLog log,
            TransactionTemplate transaction) {
        this.table = table;
        this.lines = lines;
        this.given = given;
        this.making = making;
        this.catalog = catalog;
        this.pricing = pricing;
        this.articles = articles;
        this.log = log;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 500)
    void run() {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> {
                var edit = table.claim();
                edit.ifPresent(one -> {
                    var before = status.createSavepoint();
                    try {
                        step(one);
                        status.releaseSavepoint(before);
                    } catch (RuntimeException failure) {
                        status.rollbackToSavepoint(before);
                        LOG.warn("Change {} cannot go on", one.id(), failure);
                        end(one, Edit.State.FAILED, EditTold.ADVANCED);
                    }
                });
                return edit.isPresent();
            }));
        }
    }

    /** All that is left of a small one, in the caller's transaction. */
    void finish(EditId id) {
        for (var edit = table.find(id).orElseThrow(); edit.state().works(); edit = table.find(id).orElseThrow()) {
            step(edit);
        }
    }

    private void step(Edit edit) {
        switch (edit.state()) {
            case PREPARING -> prepare(edit);
            case APPLYING -> make(edit, false);
            case UNDOING -> make(edit, true);
            case PREVIEW, DONE, UNDONE, DISCARDED, FAILED -> {} // Nothing to do.
        }
    }

    // --- Preparing

    private void prepare(Edit edit) {
        var upload = edit.wish().upload();
        boolean more = upload == null ? prepareChosen(edit) : prepareFile(edit, upload);
        if (!more) {
            end(edit, Edit.State.PREVIEW, EditTold.PREPARED);
        }
    }

    private boolean prepareChosen(Edit edit) {
        var page = next(edit);
        if (!page.items().isEmpty()) {
            var products = catalog.products(page.items()).stream()
                    .filter(product -> product.status() == Product.Status.PUBLISHED)
                    .toList();
            var list = list(edit).orElse(null);
            var made = new Preparation(edit.wish(), prices(products, list), list == null ? null : list.currency(), edit.lines()).of(products);
            prepared(edit, page.next(), page.items().size(), made);
        }
        return page.next() != null;
    }

    private boolean prepareFile(Edit edit, Wish.Upload upload) {
        var rows = given.after(edit.id(), edit.reached() == null ? 0 : Integer.parseInt(edit.reached()), Page.SIZE_MAX);
        if (rows.isEmpty()) {
            given.forget(edit.id());
            return false;
        }
        var skus = rows.stream().flatMap(row -> FromFile.sku(row).stream()).toList();
        var products = products(skus);
        var list = list(edit).orElse(null);
        var prices = list == null ? Map.<Sku, Long>of() : pricing.pricesOn(list.id(), skus);
        var made = new FromFile(products, prices, list == null ? null : list.currency(), upload.language(), edit.lines()).of(rows);
        prepared(edit, String.valueOf(rows.getLast().line()), rows.size(), made);
        return true;
    }

    private void prepared(Edit edit, @Nullable String reached, int seen, List<EditLine> made) {
        lines.insert(edit.id(), made);
        long version = table.advance(edit.id(), reached, seen, made.size(), edit.counted(List.of(), made));
        tell(edit, EditTold.ADVANCED, Edit.State.PREPARING, version, made.size());
    }

    /** By each of their SKUs that is offered, the published ones. */
    private Map<Sku, Product> products(List<Sku> skus) {
        var items = catalog.items(skus);
        var products = catalog.products(items.values().stream().map(SellableItem::productId).distinct().toList()).stream()
                .filter(product -> product.status() == Product.Status.PUBLISHED)
                .collect(Collectors.toMap(Product::id, product -> product));
        var found = new HashMap<Sku, Product>();
        items.forEach((sku, item) -> {
            var product = products.get(item.productId());
            if (product != null) {
                found.put(sku, product);
            }
        });
        return found;
    }

    /** The next articles to look at, oldest first, so that what is added meanwhile comes last. */
    private Page<ProductId> next(Edit edit) {
        var query = edit.selection().query();
        if (query != null) {
            return articles.list(query.page(ArticleQuery.Order.OLDEST, edit.reached(), Page.SIZE_MAX))
                    .map(ListedArticle::product);
        }
        var chosen = Objects.requireNonNull(edit.selection().products());
        int from = Math.min(edit.seen(), chosen.size());
        int to = Math.min(from + Page.SIZE_MAX, chosen.size());
        return new Page<>(chosen.subList(from, to), to < chosen.size() ? String.valueOf(to) : null);
    }

    private Map<Sku, Long> prices(List<Product> products, @Nullable PriceList list) {
        var skus = products.stream()
                .flatMap(product -> product.variants().stream())
                .map(Variant::sku)
                .toList();
        return list == null ? Map.of() : pricing.pricesOn(list.id(), skus);
    }

    // --- Making and taking back

    private void make(Edit edit, boolean back) {
        var batch = lines.list(edit.id(), back ? Outcome.DONE : Outcome.READY, 0, LINES_AT_ONCE);
        if (batch.isEmpty()) {
            end(edit, back ? Edit.State.UNDONE : Edit.State.DONE, back ? EditTold.UNDONE : EditTold.APPLIED);
            return;
        }
        var made = making.make(batch, list(edit).orElse(null), back, touchpoint(edit));
        lines.mark(edit.id(), made);
        long version = table.advance(edit.id(), edit.reached(), 0, 0, edit.counted(batch, made));
        tell(edit, EditTold.ADVANCED, edit.state(), version, batch.size());
    }

    private Optional<PriceList> list(Edit edit) {
        return Optional.ofNullable(edit.wish().list()).flatMap(pricing::list).map(Versioned::value);
    }

    private void end(Edit edit, Edit.State state, String type) {
        table.move(edit.id(), edit.state(), state, edit.actor())
                .ifPresent(version -> tell(edit, type, state, version, edit.lines()));
    }

    private void tell(Edit edit, String type, Edit.State state, long version, int count) {
        log.append(NewEvent.of(
                type, "edit:" + edit.id(), version, touchpoint(edit), new EditTold(edit.id(), state, count)));
    }

    /** Whoever wished or last ordered it did it, in the office. */
    private static Touchpoint touchpoint(Edit edit) {
        var actor = edit.actor().split(":", 2);
        return Touchpoint.of(
                Channel.OFFICE, new Actor(Actor.Kind.valueOf(actor[0].toUpperCase(Locale.ROOT)), actor[1]));
    }
}

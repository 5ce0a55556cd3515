package io.stoa.catalog;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Page;
import io.stoa.shared.Remembered;
import io.stoa.shared.RememberedByKey;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What is sold. Publishing adds a product or replaces it by its code; the fact and its event are one. {@link #items} and
 * {@link #categories} are answered from memory; everything else is one query.
 */
@Component
public class Catalog {

    /** How many products one transaction publishes; a longer list is a mistake of the caller. */
    public static final int BATCH_MAX = 500;

    private static final int ITEMS_IN_MEMORY = 100_000;
    private static final Set<String> SHELVES = Set.of(CategoryChanged.ADDED, CategoryChanged.RENAMED);
    private static final Set<String> TYPES =
            Set.of(ProductChanged.PUBLISHED, ProductChanged.DRAFTED, ProductChanged.WITHDRAWN);

    private final ProductWriter writer;
    private final ProductViewTable views;
    private final CategoryTable categories;
    private final EventLog log;
    private final Remembered<Map<String, Category>> shelves;
    private final RememberedByKey<Sku, Item> items;

    /** Another product offers one of the SKUs. */
    public static final class SkuTaken extends IllegalArgumentException {
        SkuTaken() {
            super("Another product offers one of these SKUs");
        }
    }

    /** Another SKU has one of the bar codes. */
    public static final class GtinTaken extends IllegalArgumentException {
        GtinTaken(Map<Sku, Sku> others) {
            super("Another SKU has one of these bar codes: " + others);
        }
    }

    Catalog(
            ProductWriter writer,
            ProductViewTable views,
            CategoryTable categories,
            EventLog log,
            Tail tail) {
        this.writer = writer;
        this.views = views;
        this.categories = categories;
        this.log = log;
        this.shelves = new Remembered<>(() -> bySlug(categories.all()));
        this.items = new RememberedByKey<>(ITEMS_IN_MEMORY, views::items);
        var _ = tail.follow(this::changed);
    }

    /** Adds or replaces the product of that code and shows it. The same again changes nothing and leaves no event. */
    @Transactional
    public ProductId publish(NewProduct product, Touchpoint touchpoint) {
        return write(List.of(product), Product.Status.PUBLISHED, touchpoint).getFirst();
    }

    /**
     * Publishes up to {@value #BATCH_MAX} products in one transaction of few statements; their ids come in the order given.
     *
     * @throws IllegalArgumentException when two of them, or one and a product that is there, offer the same SKU, or two
     *     have one code; nothing is published then
     */
    @Transactional
    public List<ProductId> publishAll(List<NewProduct> products, Touchpoint touchpoint) {
        if (products.size() > BATCH_MAX) {
            throw new IllegalArgumentException("At most 500 products are published at once");
        }
        return products.isEmpty() ? List.of() : write(products, Product.Status.PUBLISHED, touchpoint);
    }

    /** Adds or replaces the product of that code without showing it. */
    @Transactional
    public ProductId draft(NewProduct product, Touchpoint touchpoint) {
        return write(List.of(product), Product.Status.DRAFT, touchpoint).getFirst();
    }

    /** Takes a product off the shelves; nothing of it can be bought any more. Answers whether it was there until now. */
    @Transactional
    public boolean withdraw(ProductId product, Touchpoint touchpoint) {
        var withdrawn = writer.withdraw(product);
        withdrawn.ifPresent(now -> tell(List.of(now), touchpoint));
        return withdrawn.isPresent();
    }

    /**
     * Adds or replaces the product of that code, if what is there is what was expected.
     *
     * @throws SkuTaken when another product offers one of its SKUs; nothing is changed then
     * @throws GtinTaken when another SKU has a bar code that one of its SKUs is to have now; nothing is changed then
     */
    @Transactional
    public Saved save(NewProduct product, Product.Status status, Expected expected, Touchpoint touchpoint) {
        var taken = claim(product.gtins());
        if (!taken.isEmpty()) {
            throw new GtinTaken(taken);
        }
        var there = writer.lock(product);
        if (!expected.holds(there.orElse(null))) {
            return stale();
        }
        var _ = write(List.of(product), status, touchpoint);
        long now = writer.lock(product).orElseThrow();
        // Somebody may have added it since; then this was no addition, and what it overwrote must come back.
        return there.isEmpty() && now > 1 ? stale() : new Saved.Done(now, there.isEmpty());
    }

    /** Shows, hides or withdraws the product of that code, if it is there in the expected version. */
    @Transactional
    public Saved change(String code, Product.Status status, Expected expected, Touchpoint touchpoint) {
        var found = views.byCode(code);
        if (found.isEmpty()) {
            return new Saved.Stale();
        }
        var product = NewProduct.of(found.get());
        long there = writer.lock(product).orElseThrow();
        if (there != found.get().version() || !expected.holds(there)) {
            return stale();
        }
        if (status == Product.Status.WITHDRAWN) {
            var _ = withdraw(found.get().id(), touchpoint);
        } else {
            var _ = write(List.of(product), status, touchpoint);
        }
        return new Saved.Done(writer.lock(product).orElseThrow(), false);
    }

    /** Adds the shelf of that path, and those above it; answers whether it is new. */
    @Transactional
    public boolean addCategory(String path, Touchpoint touchpoint) {
        boolean added = writer.addCategory(CategoryPath.tidy(path));
        if (added) {
            tell(CategoryChanged.ADDED, CategoryPath.tidy(path), 1, touchpoint);
        }
        return added;
    }

    /** What a shelf is called by language, with its version; one query. */
    public Optional<Versioned<Map<String, String>>> categoryNames(String slug) {
        return categories.names(slug, false);
    }

    /** Calls a shelf otherwise, if it is there in the expected version. Its path and its address stay. */
    @Transactional
    public Saved rename(String slug, Map<String, String> names, Expected expected, Touchpoint touchpoint) {
        var there = categories.names(slug, true);
        if (there.isEmpty() || !expected.holds(there.get().version())) {
            return new Saved.Stale();
        }
        if (there.get().value().equals(names)) {
            return new Saved.Done(there.get().version(), false);
        }
        long version = there.get().version() + 1;
        tell(CategoryChanged.RENAMED, categories.rename(slug, Category.tidy(names)), version, touchpoint);
        return new Saved.Done(version, false);
    }

    private void tell(String type, String path, long version, Touchpoint touchpoint) {
        log.append(NewEvent.of(type, "category:" + path, version, touchpoint, new CategoryChanged(path)));
        AfterCommit.run(shelves::forget);
    }

    public Optional<Product> product(ProductId id) {
        return views.byId(id);
    }

    /** By the merchant's own code. */
    public Optional<Product> byCode(String code) {
        return views.byCode(code);
    }

    public Optional<Product> bySku(Sku sku) {
        return views.bySku(sku);
    }

    /** Those of the SKUs that are known, sellable or not, in the house's language. */
    public Map<Sku, SellableItem> items(Collection<Sku> skus) {
        return items(skus, Languages.HOUSE);
    }

    /** Those of the SKUs that are known, sellable or not, in that language where there is a text in it. */
    public Map<Sku, SellableItem> items(Collection<Sku> skus, String language) {
        var found = HashMap.<Sku, SellableItem>newHashMap(skus.size());
        items.get(skus).forEach((sku, item) -> found.put(sku, item.in(language)));
        return found;
    }

    /** What was typed or scanned: a SKU, or a GTIN whose check digit is right and that only one SKU has. */
    public Optional<Sku> scan(String code) {
        var typed = code.strip();
        var gtin = Gtin.read(typed).map(Gtin::padded).orElse(null);
        var found = views.scan(typed, gtin);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Of those SKUs that are to have another bar code than they have, those whose is another's already, with whose. */
    public Map<Sku, Sku> taken(Map<Sku, Gtin> wanted) {
        return wanted.isEmpty() ? Map.of() : views.taken(wanted);
    }

    /** The same; whoever wants one of the codes at the same time waits until the end of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Sku, Sku> claim(Map<Sku, Gtin> wanted) {
        if (!wanted.isEmpty()) {
            views.lock(wanted.values());
        }
        return taken(wanted);
    }

    /** Those of the products that are there, whatever their status. One query. */
    public List<Product> products(Collection<ProductId> ids) {
        return views.byIds(ids);
    }

    /** The same, kept as they are until the end of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Product> locked(Collection<ProductId> ids) {
        writer.lock(ids);
        return views.byIds(ids);
    }

    /** All published products, a page at a time, the oldest first; {@code after} is what the page before calls its next. */
    public Page<Product> published(@Nullable String after, int size) {
        return views.published(after == null ? 0 : Long.parseLong(after), Page.clamp(size));
    }

    /** The first of the published products and each that is {@code step} further, the oldest first: where a long list may be cut. One query. */
    public List<ProductId> everyNth(int step) {
        return views.everyNth(step);
    }

    /** The card of each of these, whatever their status; unknown ids are left out. */
    public Map<ProductId, ProductCard> cards(Collection<ProductId> ids, String language) {
        return views.cards(ids, language);
    }

    /** All shelves by path, those without products too. */
    public List<Category> categories() {
        return List.copyOf(shelves.get().values());
    }

    public Optional<Category> category(String slug) {
        return Optional.ofNullable(shelves.get().get(slug));
    }

    private List<ProductId> write(List<NewProduct> products, Product.Status status, Touchpoint touchpoint) {
        var changes = new ArrayList<Change>();
        var ids = writer.write(products, status, changes).stream()
                .collect(Collectors.toMap(written -> written.product().code(), WrittenProduct::id));
        tell(changes, touchpoint);
        return products.stream()
                .map(product -> Objects.requireNonNull(ids.get(product.code())))
                .toList();
    }

    private void tell(List<Change> changes, Touchpoint touchpoint) {
        log.append(changes.stream().map(change -> change.event(touchpoint)).toList());
        AfterCommit.run(() -> changes.forEach(change -> forget(change.fact())));
    }

    private static Saved stale() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Saved.Stale();
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> SHELVES.contains(event.type()))) {
            shelves.forget();
        }
        events.stream()
                .filter(event -> TYPES.contains(event.type()))
                .forEach(event -> forget(event.read(ProductChanged.class)));
    }

    private void forget(ProductChanged fact) {
        items.forget(fact.skus());
        shelves.forget();
    }

    private static Map<String, Category> bySlug(List<Category> categories) {
        var bySlug = new LinkedHashMap<String, Category>();
        categories.forEach(category -> bySlug.put(category.slug(), category));
        return bySlug;
    }
}

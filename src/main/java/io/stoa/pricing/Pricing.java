package io.stoa.pricing;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.pricing.promotions.Promotions;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Remembered;
import io.stoa.shared.RememberedByKey;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * What things cost, the same at every door. Quoting asks the database only for SKUs not asked before; a price changed in
 * any process is right here within a second. Changes are facts in the log.
 */
@Component
public class Pricing {

    private static final int SKUS_IN_MEMORY = 200_000;
    public static final int PRICES_MAX = 5_000;
    public static final long MINOR_MAX = 100_000_000_000L;

    private final PriceTable table;
    private final Promotions promotions;
    private final EventLog log;
    private final Clock clock;
    private final Remembered<Terms> terms;
    private final RememberedByKey<Sku, SkuPrices> prices;

    Pricing(PriceTable table, Promotions promotions, EventLog log, Tail tail, ObjectProvider<Clock> clock) {
        this.table = table;
        this.promotions = promotions;
        this.log = log;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.terms = new Remembered<>(table::terms);
        this.prices = new RememberedByKey<>(SKUS_IN_MEMORY, table::prices);
        var _ = tail.follow(this::changed);
    }

    public QuoteOutcome quote(PriceRequest request) {
        return quoteAll(List.of(request)).getFirst();
    }

    /** One outcome for each request, in their order; at most one query for all, none when the SKUs are in memory. */
    public List<QuoteOutcome> quoteAll(List<PriceRequest> requests) {
        var now = clock.instant();
        var agreed = terms.get();
        var offers = promotions.all().stream().map(Versioned::value).toList();
        var known = prices.get(requests.stream()
                .flatMap(request -> request.lines().stream())
                .map(PriceRequest.Line::sku)
                .collect(Collectors.toSet()));
        return requests.stream()
                .map(request -> PriceEngine.quote(request, agreed, offers, known, now))
                .toList();
    }

    /** What it would cost now if these promotions held and no others. */
    public QuoteOutcome trial(PriceRequest request, List<Promotion> instead) {
        var known = prices.get(request.lines().stream().map(PriceRequest.Line::sku).collect(Collectors.toSet()));
        return PriceEngine.quote(request, terms.get(), instead, known, clock.instant());
    }

    /** Why that SKU costs now what it costs among what is asked. */
    public PriceReason why(PriceRequest request, Sku sku) {
        var skus = request.lines().stream().map(PriceRequest.Line::sku).collect(Collectors.toSet());
        var offers = promotions.all().stream().map(Versioned::value).toList();
        return Reasoning.why(request, sku, terms.get(), offers, prices.get(skus), clock.instant());
    }

    /** What one piece costs now, as on the price list, for those SKUs that have a price there. */
    public Map<Sku, Money> prices(Collection<Sku> skus, Currency currency, String group) {
        var lists = terms.get().holding(currency, group, clock.instant());
        var known = prices.get(skus);
        var found = HashMap.<Sku, Money>newHashMap(skus.size());
        for (var sku : skus) {
            PriceEngine.price(sku, lists, known).ifPresent(price -> found.put(sku, price));
        }
        return found;
    }

    /**
     * Adds or changes a price list; the same again changes nothing.
     *
     * @throws IllegalArgumentException when the list is there in another currency
     */
    @Transactional
    public void saveList(PriceList list, Touchpoint touchpoint) {
        table.list(list.id()).ifPresent(old -> refuseOther(old.currency(), list.currency()));
        table.saveList(list).ifPresent(version -> {
            var fact = new TermsChanged(list.id().value());
            log.append(NewEvent.of(TermsChanged.LIST, "price-list:" + list.id(), version, touchpoint, fact));
            AfterCommit.run(terms::forget);
        });
    }

    /**
     * What that tax category pays in that location group, in basis points (2000 is 20 %). The category {@code standard} is
     * for all that have no rate of their own there; without either nothing of the category can be sold.
     */
    @Transactional
    public void setTax(String group, String taxCategory, int basisPoints, Touchpoint touchpoint) {
        table.saveTax(group, taxCategory, new TaxRate(basisPoints)).ifPresent(version -> {
            var fact = new TermsChanged(group + "/" + taxCategory);
            log.append(NewEvent.of(TermsChanged.TAX, "tax:" + fact.what(), version, touchpoint, fact));
            AfterCommit.run(terms::forget);
        });
    }

    /**
     * Sets the prices of up to {@value #PRICES_MAX} SKUs on a list; those that were the same already leave no event.
     *
     * @throws IllegalArgumentException when there is no such list, or a price is negative or in another currency
     */
    @Transactional
    public void setPrices(PriceListId id, Map<Sku, Money> newPrices, Touchpoint touchpoint) {
        var list = table.list(id).orElseThrow(() -> new IllegalArgumentException("There is no price list " + id));
        if (newPrices.size() > PRICES_MAX) {
            throw new IllegalArgumentException("At most 5000 prices are set at once");
        }
        var minors = new TreeMap<Sku, Long>();
        newPrices.forEach((sku, price) -> minors.put(sku, minor(price, list)));
        var changes = table.savePrices(id, minors);
        log.append(
                changes.stream().map(change -> event(change, list, touchpoint)).toList());
        var skus = changes.stream().map(PriceTable.Changed::sku).collect(Collectors.toSet());
        AfterCommit.run(() -> prices.forget(skus));
    }

    /** All price lists, those that do not hold now too. */
    public List<PriceList> lists() {
        return terms.get().lists();
    }

    /** The list by whose currency and way with tax a location group sells: one of its own first; empty where there is none. */
    public Optional<PriceList> usual(String group) {
        var lists = lists();
        return lists.stream()
                .filter(list -> group.equals(list.group()))
                .findFirst()
                .or(() -> lists.stream().filter(list -> list.group() == null).findFirst());
    }

    // --- Editing, where somebody else may edit too

    public Optional<Versioned<PriceList>> list(PriceListId id) {
        return table.listNow(id);
    }

    /** The prices on a list in the order of SKUs, after a SKU; empty when there is no such list. */
    public Page<ListedPrice> pricesOn(PriceListId id, String after, int size) {
        int limit = Page.clamp(size);
        var rows = table.list(id).map(list -> table.pricesOn(list, after, limit + 1)).orElse(List.of());
        return Page.of(rows, limit, price -> price.sku().value());
    }

    /** What those SKUs cost on that very list, for those that have a price there; one query. */
    public Map<Sku, Long> pricesOn(PriceListId id, Collection<Sku> skus) {
        return table.pricesOf(id, skus, false);
    }

    /** The same, kept as they are until the end of the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Sku, Long> locked(PriceListId id, Collection<Sku> skus) {
        return table.pricesOf(id, skus, true);
    }

    public Optional<Versioned<Money>> price(PriceListId id, Sku sku) {
        return table.list(id).flatMap(list -> table.price(id, sku)
                .map(price -> new Versioned<>(new Money(price.value(), list.currency()), price.version())));
    }

    /** As {@link #saveList(PriceList, Touchpoint)}, if what is there is what was expected. */
    @Transactional
    public Saved saveList(PriceList list, Expected expected, Touchpoint touchpoint) {
        return saved(expected, () -> table.lock(list.id()), () -> saveList(list, touchpoint));
    }

    /** Sets one price, if what is there is what was expected. */
    @Transactional
    public Saved setPrice(PriceListId id, Sku sku, Money price, Expected expected, Touchpoint touchpoint) {
        return saved(expected, () -> table.lock(id, sku), () -> setPrices(id, Map.of(sku, price), touchpoint));
    }

    /** By group and category. */
    public List<Tax> taxes() {
        return terms.get().taxes().entrySet().stream()
                .map(tax -> new Tax(tax.getKey().group(), tax.getKey().category(), tax.getValue().basisPoints()))
                .sorted(Comparator.comparing(Tax::group).thenComparing(Tax::category))
                .toList();
    }

    public Optional<Versioned<Tax>> tax(String group, String category) {
        return table.tax(group, category)
                .map(rate -> new Versioned<>(new Tax(group, category, rate.value().basisPoints()), rate.version()));
    }

    /** As {@link #setTax(String, String, int, Touchpoint)}, if what is there is what was expected. */
    @Transactional
    public Saved setTax(Tax tax, Expected expected, Touchpoint touchpoint) {
        return saved(
                expected,
                () -> table.lock(tax.group(), tax.category()),
                () -> setTax(tax.group(), tax.category(), tax.basisPoints(), touchpoint));
    }

    private static Saved saved(Expected expected, Supplier<Optional<Long>> lock, Runnable change) {
        var there = lock.get();
        if (!expected.holds(there.orElse(null))) {
            return new Saved.Stale();
        }
        change.run();
        long now = lock.get().orElseThrow();
        if (there.isEmpty() && now > 1) {
            // Somebody added it since: what this one overwrote must come back.
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Saved.Stale();
        }
        return new Saved.Done(now, there.isEmpty());
    }

    private void changed(List<Event> events) {
        var priced = new HashSet<Sku>();
        for (var event : events) {
            switch (event.type()) {
                case PriceChanged.TYPE ->
                    priced.add(event.read(PriceChanged.class).sku());
                case TermsChanged.LIST, TermsChanged.TAX -> terms.forget();
                default -> {} // Somebody else's event.
            }
        }
        if (!priced.isEmpty()) {
            prices.forget(priced);
        }
    }

    private static NewEvent event(PriceTable.Changed change, PriceList list, Touchpoint touchpoint) {
        var fact = new PriceChanged(
                list.id(), change.sku(), change.minor(), list.currency().getCurrencyCode());
        return NewEvent.of(PriceChanged.TYPE, fact.key(), change.version(), touchpoint, fact);
    }

    private static long minor(Money price, PriceList list) {
        refuseOther(list.currency(), price.currency());
        if (price.isNegative() || price.minor() > MINOR_MAX) {
            throw new IllegalArgumentException("A price is 0 to 100000000000 in the smallest unit");
        }
        return price.minor();
    }

    private static void refuseOther(Currency list, Currency given) {
        if (!list.equals(given)) {
            throw new IllegalArgumentException("The price list is in " + list + ", not in " + given);
        }
    }
}

package io.stoa.edits;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.edits.EditLine.Field;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Expected;
import io.stoa.shared.Money;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** One article changed by hand: all that is wished or nothing, at once, and kept as a change of one, to be looked at and taken back. */
@Component
public class ByHand {

    private final Edits edits;
    private final EditLineTable lines;
    private final EditRun run;
    private final Catalog catalog;
    private final Pricing pricing;

    ByHand(Edits edits, EditLineTable lines, EditRun run, Catalog catalog, Pricing pricing) {
        this.edits = edits;
        this.lines = lines;
        this.run = run;
        this.catalog = catalog;
        this.pricing = pricing;
    }

    /**
     * What an article is to be: of what {@code to} says its texts, department, brand, tax, bar codes and pictures.
     *
     * @param version in which it was looked at
     */
    public record Wanted(ProductId product, long version, NewProduct to, List<Price> prices) {}

    /** What a SKU is to cost on a list; {@code was} is what it cost when it was looked at, or null for nothing. */
    public record Price(Sku sku, PriceListId list, @Nullable Long was, long minor) {}

    /** What came of a change. */
    public sealed interface Changed {

        record Done(EditId edit) implements Changed {}

        /** It is so already. */
        record Same() implements Changed {}

        /** Somebody changed it since it was looked at; nothing of this was made. */
        record Otherwise() implements Changed {}

        /** SKUs whose bar code another has, by which; nothing of this was made. */
        record Taken(Map<Sku, Sku> others) implements Changed {}
    }

    /** Something of an article that was changed in the office, and the change that it belongs to. */
    public record Past(Edit edit, EditLine line) {}

    @Transactional
    public Changed change(Wanted wanted, Touchpoint touchpoint) {
        var there = catalog.product(wanted.product()).orElse(null);
        if (there == null || there.version() != wanted.version()) {
            return new Changed.Otherwise();
        }
        var made = lines(there, wanted);
        if (made.isEmpty()) {
            return new Changed.Same();
        }
        var taken = catalog.claim(wanted.to().gtins());
        if (!taken.isEmpty()) {
            return new Changed.Taken(taken);
        }
        var id = edits.wish(there.title(), made, touchpoint);
        run.finish(id);
        if (edits.find(id).orElseThrow().number(Outcome.DONE) < made.size()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Changed.Otherwise();
        }
        return new Changed.Done(id);
    }

    /** Takes a change of one article back at once; false when it stands otherwise, or is one of many. */
    @Transactional
    public boolean undo(EditId id, Touchpoint touchpoint) {
        var byHand = edits.find(id).filter(edit -> edit.wish().article() != null);
        if (byHand.isEmpty() || !edits.undo(id, touchpoint)) {
            return false;
        }
        run.finish(id);
        return true;
    }

    /** Adds an article with its prices and shows it; empty when there is one of that code. */
    @Transactional
    public Optional<ProductId> add(NewProduct product, Map<PriceListId, Money> prices, Touchpoint touchpoint) {
        if (catalog.save(product, Product.Status.PUBLISHED, new Expected.Nothing(), touchpoint) instanceof Saved.Stale) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Optional.empty();
        }
        product.variants().forEach(variant ->
                prices.forEach((list, price) -> pricing.setPrices(list, Map.of(variant.sku(), price), touchpoint)));
        return catalog.byCode(product.code()).map(Product::id);
    }

    /** What was changed of an article in the office, and what of it was taken back; newest first. */
    public List<Past> of(ProductId product, int limit) {
        var made = lines.ofProduct(product, limit);
        var changes = edits.find(made.stream().map(EditLineTable.OfChange::change).toList());
        return made.stream().map(one -> new Past(Objects.requireNonNull(changes.get(one.change())), one.line())).toList();
    }

    private static List<EditLine> lines(Product there, Wanted wanted) {
        var lines = new ArrayList<EditLine>();
        for (var price : wanted.prices()) {
            var was = price.was() == null ? null : price.was().toString();
            add(lines, there, price.sku(), Field.PRICE, price.list().value(), was, String.valueOf(price.minor()));
        }
        var is = Traits.of(NewProduct.of(there));
        var to = Traits.of(wanted.to());
        var traits = new LinkedHashSet<>(is.keySet());
        traits.addAll(to.keySet());
        for (var trait : traits) {
            var sku = trait.field() == Field.BARCODE ? new Sku(trait.of()) : null;
            var part = sku == null ? trait.of() : "";
            add(lines, there, sku, trait.field(), part, is.getOrDefault(trait, ""), to.getOrDefault(trait, ""));
        }
        return lines;
    }

    private static void add(
            List<EditLine> lines, Product there, @Nullable Sku sku, Field field, String part, @Nullable String before, String after) {
        if (!after.equals(before)) {
            lines.add(new EditLine(
                    lines.size() + 1, there.id(), sku, field, part, there.title(), before, after, Outcome.READY, null));
        }
    }
}

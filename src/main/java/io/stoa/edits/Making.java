package io.stoa.edits;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.edits.EditLine.Field;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes lines or takes them back, inside the caller's transaction: each only where things still are as the line says. */
@Component
class Making {

    private final Catalog catalog;
    private final Pricing pricing;

    Making(Catalog catalog, Pricing pricing) {
        this.catalog = catalog;
        this.pricing = pricing;
    }

    /** What became of each line. */
    List<EditLine> make(List<EditLine> lines, @Nullable PriceList list, boolean back, Touchpoint touchpoint) {
        var made = new ArrayList<EditLine>();
        var prices = lines.stream().filter(line -> line.field() == Field.PRICE).toList();
        var lists = new TreeMap<>(prices.stream().collect(Collectors.groupingBy(EditLine::part)));
        lists.forEach((part, onOne) -> on(part, list).ifPresent(one -> made.addAll(prices(onOne, one, back, touchpoint))));
        var others = lines.stream().filter(line -> line.field() != Field.PRICE).toList();
        if (!others.isEmpty()) {
            made.addAll(products(others, back, touchpoint));
        }
        return made;
    }

    private Optional<PriceList> on(String part, @Nullable PriceList list) {
        return part.isEmpty() ? Optional.ofNullable(list) : pricing.list(new PriceListId(part)).map(Versioned::value);
    }

    /** A price that was the first on its list stays when it is taken back, as prices can only be others. */
    private List<EditLine> prices(List<EditLine> lines, PriceList list, boolean back, Touchpoint touchpoint) {
        var now = pricing.locked(list.id(), lines.stream().map(line -> Objects.requireNonNull(line.sku())).toList());
        var wanted = new HashMap<Sku, Money>();
        var made = new ArrayList<EditLine>();
        for (var line : lines) {
            var sku = Objects.requireNonNull(line.sku());
            var there = now.get(sku);
            var other = to(line, back);
            boolean same = Objects.equals(there == null ? null : there.toString(), from(line, back));
            if (same && other != null) {
                wanted.put(sku, new Money(Long.parseLong(other), list.currency()));
            }
            made.add(told(line, !same ? "changed" : other == null ? "first" : null, back));
        }
        pricing.setPrices(list.id(), wanted, touchpoint);
        return made;
    }

    private List<EditLine> products(List<EditLine> lines, boolean back, Touchpoint touchpoint) {
        var byProduct = lines.stream().collect(Collectors.groupingBy(line -> Objects.requireNonNull(line.product()), LinkedHashMap::new, Collectors.toList()));
        var taken = taken(lines, back);
        var now = new HashMap<ProductId, Product>();
        catalog.locked(byProduct.keySet()).forEach(product -> now.put(product.id(), product));
        var wanted = new ArrayList<NewProduct>();
        var made = new ArrayList<EditLine>();
        byProduct.forEach((id, ofProduct) -> {
            var product = now.get(id);
            if (product == null || product.status() != Product.Status.PUBLISHED) {
                ofProduct.forEach(line -> made.add(told(line, "withdrawn", back)));
            } else {
                wanted.add(edited(product, ofProduct, back, taken, made));
            }
        });
        var _ = catalog.publishAll(wanted, touchpoint);
        return made;
    }

    private static NewProduct edited(Product product, List<EditLine> lines, boolean back, Set<Sku> taken, List<EditLine> made) {
        var there = NewProduct.of(product);
        var traits = Traits.of(there);
        for (var line : lines) {
            var trait = Traits.Trait.of(line);
            boolean same = traits.getOrDefault(trait, "").equals(from(line, back));
            boolean free = line.sku() == null || !taken.contains(line.sku());
            if (same && free) {
                traits.put(trait, Objects.requireNonNullElse(to(line, back), ""));
            }
            made.add(told(line, !same ? "changed" : free ? null : "taken", back));
        }
        return Traits.with(there, traits);
    }

    /** SKUs whose bar code to be is that of another by now. */
    private Set<Sku> taken(List<EditLine> lines, boolean back) {
        var wanted = new HashMap<Sku, Gtin>();
        lines.stream()
                .filter(line -> line.field() == Field.BARCODE)
                .forEach(line -> Gtin.read(Objects.requireNonNullElse(to(line, back), ""))
                        .ifPresent(gtin -> wanted.put(Objects.requireNonNull(line.sku()), gtin)));
        return catalog.claim(wanted).keySet();
    }

    private static @Nullable String from(EditLine line, boolean back) {
        return back ? line.after() : line.before();
    }

    private static @Nullable String to(EditLine line, boolean back) {
        return back ? line.before() : line.after();
    }

    private static EditLine told(EditLine line, @Nullable String reason, boolean back) {
        if (reason == null) {
            return line.to(back ? Outcome.UNDONE : Outcome.DONE, null);
        }
        return line.to(back ? Outcome.KEPT : Outcome.SKIPPED, reason);
    }
}

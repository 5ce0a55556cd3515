package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a batch of products to all tables of the catalog, always in the same order of rows, inside the caller's transaction. */
@Component
class ProductWriter {

    private final ProductTable table;
    private final CategoryTable categories;

    ProductWriter(ProductTable table, CategoryTable categories) {
        this.table = table;
        this.categories = categories;
    }

    /** Answers what became of each, in the order of their codes, and adds what changed to {@code changes}. */
    List<WrittenProduct> write(List<NewProduct> products, Product.Status status, List<Change> changes) {
        refuseTwins(products);
        var sorted =
                products.stream().sorted(Comparator.comparing(NewProduct::code)).toList();
        categories.ensure(sorted.stream().map(NewProduct::category).collect(Collectors.toSet()));
        var written = table.write(sorted, status);
        var changed = written.stream().filter(WrittenProduct::changed).toList();
        if (!changed.isEmpty()) {
            var ended = writeVariants(changed);
            show(changed, status);
            changed.forEach(
                    product -> changes.add(product.change(status, ended.getOrDefault(product.id(), List.of()))));
        }
        return written;
    }

    /** The version of the product with this code, locked; its shelf is made first, as in every other change. */
    Optional<Long> lock(NewProduct product) {
        categories.ensure(Set.of(product.category()));
        return table.lock(product.code());
    }

    void lock(Collection<ProductId> products) {
        table.lock(products);
    }

    boolean addCategory(String path) {
        return categories.ensure(Set.of(path));
    }

    Optional<Change> withdraw(ProductId product) {
        return table.withdraw(product).map(now -> {
            table.unplace(List.of(product));
            var fact = new ProductChanged(product, now.code(), Product.Status.WITHDRAWN, table.skus(product));
            return new Change(now.version(), fact);
        });
    }

    /** Answers the SKUs that each product is offered without from now on. */
    private Map<ProductId, List<Sku>> writeVariants(List<WrittenProduct> products) {
        var variants = products.stream().flatMap(ProductWriter::placed).toList();
        var kept = variants.stream().map(placed -> placed.variant().sku()).toList();
        var ended = table.endVariants(ids(products), kept);
        if (table.writeVariants(variants) != variants.size()) {
            throw new Catalog.SkuTaken();
        }
        return ended;
    }

    private static Stream<ProductTable.Placed> placed(WrittenProduct product) {
        var variants = product.product().variants();
        return IntStream.range(0, variants.size())
                .mapToObj(i -> new ProductTable.Placed(variants.get(i), product.id(), i));
    }

    private void show(List<WrittenProduct> products, Product.Status status) {
        if (status == Product.Status.PUBLISHED) {
            table.place(products);
        } else {
            table.unplace(ids(products));
        }
    }

    private static List<ProductId> ids(List<WrittenProduct> products) {
        return products.stream().map(WrittenProduct::id).toList();
    }

    private static void refuseTwins(List<NewProduct> products) {
        long codes = products.stream().map(NewProduct::code).distinct().count();
        long skus = skus(products).distinct().count();
        if (codes < products.size() || skus < skus(products).count()) {
            throw new IllegalArgumentException("Two products of a batch have the same code or SKU");
        }
    }

    private static Stream<Sku> skus(List<NewProduct> products) {
        return products.stream().flatMap(product -> product.variants().stream().map(NewVariant::sku));
    }
}

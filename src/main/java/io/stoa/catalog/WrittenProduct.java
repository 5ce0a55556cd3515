package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.List;
import java.util.stream.Stream;

/** What became of a product of a batch: the row it has now, and whether anything about it changed. */
record WrittenProduct(NewProduct product, ProductId id, long version, boolean changed) {

    /** @param ended SKUs that the product is offered without from now on */
    Change change(Product.Status status, List<Sku> ended) {
        var offered = product.variants().stream().map(NewVariant::sku);
        var skus = Stream.concat(offered, ended.stream()).toList();
        return new Change(version, new ProductChanged(id, product.code(), status, skus));
    }
}

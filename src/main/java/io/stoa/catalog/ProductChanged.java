package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.List;

/** A product was published, drafted or withdrawn; {@code skus} are all it ever had that the change may concern. */
public record ProductChanged(ProductId product, String code, Product.Status status, List<Sku> skus) {

    public static final String PUBLISHED = "catalog.product_published";
    public static final String DRAFTED = "catalog.product_drafted";
    public static final String WITHDRAWN = "catalog.product_withdrawn";

    String type() {
        return switch (status) {
            case PUBLISHED -> PUBLISHED;
            case DRAFT -> DRAFTED;
            case WITHDRAWN -> WITHDRAWN;
        };
    }
}

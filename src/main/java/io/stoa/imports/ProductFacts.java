package io.stoa.imports;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.feeds.BadRow;
import io.stoa.feeds.Values;
import io.stoa.pricing.PriceList;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products of one variant each, with their price where the row has one. */
final class ProductFacts implements Facts<ProductFacts.Priced> {

    private final Shop shop;
    private final PriceList list;

    /** A product and what it costs. */
    record Priced(NewProduct product, Sku sku, @Nullable Money price) {}

    ProductFacts(Shop shop, PriceList list) {
        this.shop = shop;
        this.list = list;
    }

    @Override
    public Priced read(Values values) {
        var sku = values.as("sku", Sku::new, "a SKU");
        var language = values.optional("language").orElse("en");
        var variant = new NewVariant(sku, values.optional("gtin").map(Gtin::new).orElse(null), Map.of());
        var product = new NewProduct(
                values.optional("code").orElse(sku.value()),
                Map.of(
                        language,
                        new Text(
                                values.text("title"),
                                values.optional("description").orElse(""))),
                values.text("category"),
                values.optional("brand").orElse(null),
                values.text("taxCategory"),
                values.attributes(),
                List.of(),
                List.of(variant));
        return new Priced(product, sku, price(values));
    }

    @Override
    public List<Refusal> write(List<Priced> products) {
        shop.products(products.stream().map(Priced::product).toList());
        var prices = new HashMap<Sku, Money>();
        for (var product : products) {
            if (product.price() != null) {
                prices.put(product.sku(), product.price());
            }
        }
        shop.prices(list, prices);
        return List.of();
    }

    private @Nullable Money price(Values values) {
        if (values.optional("price").isEmpty()) {
            return null;
        }
        var price = values.decimal("price");
        if (price.signum() < 0) {
            throw new BadRow("the price is negative");
        }
        return Money.of(price, list.currency());
    }
}

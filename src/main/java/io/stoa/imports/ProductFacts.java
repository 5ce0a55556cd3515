package io.stoa.imports;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.feeds.BadRow;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
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
        var sku = values.as("sku", Sku::new, Why.SKU, "a SKU");
        var language = values.optional("language").orElse("en");
        var description = values.optional("description").orElse("");
        var text = values.as("title", title -> new Text(title, description), Why.LONG, "of at most 200 characters");
        var variant = new NewVariant(sku, gtin(values), Map.of());
        var product = new NewProduct(
                code(values, sku),
                Map.of(language, text),
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

    private static @Nullable Gtin gtin(Values values) {
        return values.optional("gtin").isEmpty() ? null : values.as("gtin", Gtin::new, Why.GTIN, "a barcode whose last digit is right");
    }

    private static String code(Values values, Sku sku) {
        var code = values.optional("code").orElse(sku.value());
        if (!NewProduct.isCode(code)) {
            throw new BadRow(Why.CODE, "the code … has more than letters, digits, dots, dashes and underscores", code);
        }
        return code;
    }

    private @Nullable Money price(Values values) {
        if (values.optional("price").isEmpty()) {
            return null;
        }
        var price = values.decimal("price");
        if (price.signum() < 0) {
            throw new BadRow(Why.PRICE, "the price is negative");
        }
        return Money.of(price, list.currency());
    }
}

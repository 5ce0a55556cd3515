package io.stoa.imports;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.feeds.BadRow;
import io.stoa.feeds.Reason;
import io.stoa.feeds.Values;
import io.stoa.feeds.Why;
import io.stoa.pricing.PriceList;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        var refusals = refused(products);
        var refused = refusals.stream().map(Refusal::index).collect(Collectors.toSet());
        var wanted = IntStream.range(0, products.size()).filter(i -> !refused.contains(i)).mapToObj(products::get).toList();
        shop.products(wanted.stream().map(Priced::product).toList());
        var prices = new HashMap<Sku, Money>();
        for (var product : wanted) {
            if (product.price() != null) {
                prices.put(product.sku(), product.price());
            }
        }
        shop.prices(list, prices);
        return refusals;
    }

    /** Those whose bar code is another's: in the shop, or in a row before. */
    private List<Refusal> refused(List<Priced> products) {
        var gtins = new HashMap<Sku, Gtin>();
        products.forEach(product -> gtins.putAll(product.product().gtins()));
        var taken = shop.claim(gtins);
        var before = new HashMap<String, Sku>();
        var refusals = new ArrayList<Refusal>();
        for (int i = 0; i < products.size(); i++) {
            var sku = products.get(i).sku();
            var gtin = gtins.get(sku);
            var other = gtin == null || taken.containsKey(sku) ? taken.get(sku) : before.putIfAbsent(gtin.padded(), sku);
            if (other != null && !other.equals(sku)) {
                refusals.add(new Refusal(i, new Reason(Why.BARCODE, "gtin", "the barcode belongs to SKU …", other.value())));
            }
        }
        return refusals;
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

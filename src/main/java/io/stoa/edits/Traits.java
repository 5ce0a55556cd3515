package io.stoa.edits;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.Media;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.edits.EditLine.Field;
import io.stoa.shared.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lines change of an article, taken apart and put together again; what is not there is empty. */
final class Traits {

    /** What it is, and of what: a text of its language, a bar code of its SKU, all others of nothing. */
    record Trait(Field field, String of) {

        static Trait of(EditLine line) {
            return new Trait(line.field(), line.sku() == null ? line.part() : line.sku().value());
        }
    }

    private Traits() {}

    static Map<Trait, String> of(NewProduct product) {
        var traits = new LinkedHashMap<Trait, String>();
        traits.put(new Trait(Field.DEPARTMENT, ""), product.category());
        traits.put(new Trait(Field.BRAND, ""), product.brand() == null ? "" : product.brand());
        traits.put(new Trait(Field.TAX, ""), product.taxCategory());
        product.texts().forEach((language, text) -> {
            traits.put(new Trait(Field.NAME, language), text.title());
            traits.put(new Trait(Field.DESCRIPTION, language), text.description());
        });
        for (var variant : product.variants()) {
            traits.put(new Trait(Field.BARCODE, variant.sku().value()), variant.gtin() == null ? "" : variant.gtin().digits());
        }
        traits.put(new Trait(Field.PICTURES, ""), Json.write(product.media()));
        return traits;
    }

    /** The product with those traits; a language without a name has no text. */
    static NewProduct with(NewProduct product, Map<Trait, String> traits) {
        var texts = new TreeMap<String, Text>();
        traits.forEach((trait, value) -> {
            if (trait.field() == Field.NAME && !value.isEmpty()) {
                texts.put(trait.of(), new Text(value, traits.getOrDefault(new Trait(Field.DESCRIPTION, trait.of()), "")));
            }
        });
        var brand = value(traits, Field.BRAND);
        return new NewProduct(
                product.code(),
                texts,
                value(traits, Field.DEPARTMENT),
                brand.isEmpty() ? null : brand,
                value(traits, Field.TAX),
                product.attributes(),
                List.of(Json.read(value(traits, Field.PICTURES), Media[].class)),
                product.variants().stream().map(variant -> variant(variant, traits)).toList());
    }

    private static NewVariant variant(NewVariant variant, Map<Trait, String> traits) {
        var digits = traits.getOrDefault(new Trait(Field.BARCODE, variant.sku().value()), "");
        return new NewVariant(variant.sku(), digits.isEmpty() ? null : new Gtin(digits), variant.options());
    }

    private static String value(Map<Trait, String> traits, Field field) {
        return traits.getOrDefault(new Trait(field, ""), "");
    }
}

package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A product as a merchant publishes it. {@code code} is the merchant's own, unique, and stays; {@code texts} by language
 * tag such as {@code en} or {@code de-AT}; {@code category} is a path such as {@code Women's/Shirts}; the tax category is
 * one that pricing has rates for.
 */
public record NewProduct(
        String code,
        Map<String, Text> texts,
        String category,
        @Nullable String brand,
        String taxCategory,
        Map<String, String> attributes,
        List<Media> media,
        List<NewVariant> variants) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final int VARIANTS_MAX = 1_000;
    private static final int ENTRIES_MAX = 100;
    private static final int ENTRY_MAX = 1_000;

    public NewProduct {
        texts = Collections.unmodifiableMap(new TreeMap<>(texts));
        attributes = sorted(attributes);
        media = List.copyOf(media);
        variants = List.copyOf(variants);
        category = CategoryPath.tidy(category);
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "A product code has 1 to 64 letters, digits, dots, dashes or underscores");
        }
        if (texts.isEmpty()
                || !texts.keySet().stream()
                        .allMatch(language -> LANGUAGE.matcher(language).matches())) {
            throw new IllegalArgumentException("A product has a text in at least one language such as 'en'");
        }
        if (variants.isEmpty() || variants.size() > VARIANTS_MAX || media.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("A product has 1 to 1000 variants and at most 100 pictures");
        }
        if (variants.stream().map(NewVariant::sku).distinct().count() != variants.size()) {
            throw new IllegalArgumentException("Two variants of " + code + " have the same SKU");
        }
    }

    /** What would publish the product as it is: its texts and the variants that it offers. */
    public static NewProduct of(Product product) {
        var texts = new TreeMap<String, Text>();
        product.titles()
                .forEach((language, title) -> texts.put(
                        language, new Text(title, product.descriptions().getOrDefault(language, ""))));
        var variants = product.variants().stream()
                .filter(Variant::offered)
                .map(variant -> new NewVariant(variant.sku(), variant.gtin(), variant.options()))
                .toList();
        return new NewProduct(
                product.code(),
                texts,
                product.category(),
                product.brand(),
                product.taxCategory(),
                product.attributes(),
                product.media(),
                variants);
    }

    /** The bar codes of its variants that have one. */
    public Map<Sku, Gtin> gtins() {
        var gtins = new LinkedHashMap<Sku, Gtin>();
        variants.forEach(variant -> {
            if (variant.gtin() != null) {
                gtins.put(variant.sku(), variant.gtin());
            }
        });
        return gtins;
    }

    /** Whether this can be a product's code. */
    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }

    static <T> Map<String, String> each(Map<String, T> texts, Function<T, String> part) {
        var parts = new TreeMap<String, String>();
        texts.forEach((language, text) -> parts.put(language, part.apply(text)));
        return parts;
    }

    static Map<String, String> sorted(Map<String, String> entries) {
        if (entries.size() > ENTRIES_MAX) {
            throw new IllegalArgumentException("At most 100 attributes or options");
        }
        entries.forEach((name, value) -> {
            if (name.isBlank() || name.length() > ENTRY_MAX || value.length() > ENTRY_MAX) {
                throw new IllegalArgumentException("An attribute has a name and at most 1000 characters");
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}

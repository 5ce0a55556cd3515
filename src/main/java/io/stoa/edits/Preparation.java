package io.stoa.edits;

import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.edits.EditLine.Field;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a wish would change of some articles, line by line, with what it rejects and why. Asks nothing and changes nothing. */
final class Preparation {

    private static final int TITLE_MAX = 200;

    private final Wish wish;
    private final Map<Sku, Long> prices;
    private final @Nullable Currency currency;
    private final List<EditLine> lines = new ArrayList<>();
    private int number;

    /** @param number of the last line there is already */
    Preparation(Wish wish, Map<Sku, Long> prices, @Nullable Currency currency, int number) {
        this.wish = wish;
        this.prices = prices;
        this.currency = currency;
        this.number = number;
    }

    List<EditLine> of(List<Product> products) {
        products.forEach(this::add);
        return lines;
    }

    private void add(Product product) {
        if (wish.price() != null && currency != null) {
            product.variants().stream().filter(Variant::offered).forEach(variant -> reprice(product, variant, wish.price(), currency));
        }
        if (wish.department() != null) {
            change(product, Field.DEPARTMENT, "", product.category(), wish.department());
        }
        if (wish.brand() != null) {
            change(product, Field.BRAND, "", Objects.requireNonNullElse(product.brand(), ""), wish.brand());
        }
        if (wish.name() != null) {
            product.titles().forEach((language, title) -> rename(product, language, title, wish.name()));
        }
    }

    private void reprice(Product product, Variant variant, Repricing repricing, Currency money) {
        var now = prices.get(variant.sku());
        if (now == null) {
            line(product, variant.sku(), Field.PRICE, "", null, null, "unpriced");
            return;
        }
        var other = repricing.of(now, money, Pricing.MINOR_MAX).orElse(null);
        var reason = other == null ? "too-low" : other.equals(now) ? "same" : null;
        line(product, variant.sku(), Field.PRICE, "", now.toString(), other == null ? null : other.toString(), reason);
    }

    /** A name without the letters is left out, in whatever language. */
    private void rename(Product product, String language, String title, Wish.Renaming renaming) {
        if (title.contains(renaming.find())) {
            var other = title.replace(renaming.find(), renaming.replace()).strip();
            var reason = other.isEmpty() || other.length() > TITLE_MAX ? "too-long" : other.equals(title) ? "same" : null;
            line(product, null, Field.NAME, language, title, other, reason);
        }
    }

    private void change(Product product, Field field, String part, String before, String after) {
        line(product, null, field, part, before, after, before.equals(after) ? "same" : null);
    }

    private void line(
            Product product,
            @Nullable Sku sku,
            Field field,
            String part,
            @Nullable String before,
            @Nullable String after,
            @Nullable String reason) {
        number++;
        var outcome = reason == null ? Outcome.READY : Outcome.REJECTED;
        lines.add(new EditLine(number, product.id(), sku, field, part, product.title(), before, after, outcome, reason));
    }
}

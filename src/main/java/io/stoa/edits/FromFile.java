package io.stoa.edits;

import io.stoa.catalog.Category;
import io.stoa.catalog.Product;
import io.stoa.edits.EditLine.Field;
import io.stoa.edits.EditLine.Outcome;
import io.stoa.shared.Amounts;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a file would change: a line for each cell that says something else than what is, one for each row that is
 * so already, and one for each that cannot be, with the reason. Asks nothing and changes nothing.
 */
final class FromFile {

    private static final int TITLE_MAX = 200;

    private final Map<Sku, Product> products;
    private final Map<Sku, Long> prices;
    private final @Nullable Currency currency;
    private final String language;
    private final List<EditLine> lines = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private int number;

    /** @param number of the last line there is already */
    FromFile(Map<Sku, Product> products, Map<Sku, Long> prices, @Nullable Currency currency, String language, int number) {
        this.products = products;
        this.prices = prices;
        this.currency = currency;
        this.language = language;
        this.number = number;
    }

    /** The SKU of a row, where it can be one. */
    static Optional<Sku> sku(Sheet.Row row) {
        try {
            return Optional.of(new Sku(row.cells().getOrDefault(Sheet.Column.SKU, "")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    List<EditLine> of(List<Sheet.Row> rows) {
        rows.forEach(this::add);
        return lines;
    }

    private void add(Sheet.Row row) {
        var sku = sku(row).orElse(null);
        var product = sku == null ? null : products.get(sku);
        if (sku == null || product == null || row.again()) {
            line(null, sku, Field.ROW, row.cells().getOrDefault(Sheet.Column.SKU, ""), null, String.valueOf(row.line()), row.again() ? "twice" : "unknown");
            return;
        }
        int before = lines.size();
        row.cells().forEach((column, cell) -> add(product, sku, column, cell));
        if (lines.size() == before) {
            lines.add(new EditLine(
                    ++number, product.id(), sku, Field.ROW, "", product.title(), null, String.valueOf(row.line()), Outcome.SAME, null));
        }
    }

    private void add(Product product, Sku sku, Sheet.Column column, String cell) {
        switch (column) {
            case SKU -> {} // It is what the row is about.
            case PRICE -> price(product, sku, cell);
            case BRAND -> change(product, Field.BRAND, "", Objects.requireNonNullElse(product.brand(), ""), cell, null);
            case DEPARTMENT -> {
                var path = path(cell);
                change(product, Field.DEPARTMENT, "", product.category(), path.orElse(cell), path.isPresent() ? null : "department");
            }
            case NAME -> {
                var there = product.titles().getOrDefault(language, "");
                change(product, Field.NAME, language, there, cell, cell.length() > TITLE_MAX ? "too-long" : null);
            }
        }
    }

    private void price(Product product, Sku sku, String cell) {
        var now = prices.get(sku);
        var other = currency == null ? Optional.<Long>empty() : Amounts.read(cell, currency).map(Money::minor);
        var wrong = now == null ? "unpriced" : other.isEmpty() ? "price" : null;
        if (wrong != null || !Objects.equals(now, other.orElse(null))) {
            var after = other.map(String::valueOf).orElse("price".equals(wrong) ? cell : null);
            line(product, sku, Field.PRICE, product.title(), now == null ? null : now.toString(), after, wrong);
        }
    }

    /**
     * What belongs to the whole article is told once, by the first of its SKUs. A cell of several lines is mostly a quotation
     * mark that was never closed, and holds the rows below.
     */
    private void change(Product product, Field field, String part, String before, String after, @Nullable String wrong) {
        if (!before.equals(after) && told.add(product.id() + " " + field)) {
            var reason = after.lines().count() > 1 ? "lines" : wrong;
            var outcome = reason == null ? Outcome.READY : Outcome.REJECTED;
            lines.add(new EditLine(++number, product.id(), null, field, part, product.title(), before, after, outcome, reason));
        }
    }

    private void line(
            @Nullable Product product,
            @Nullable Sku sku,
            Field field,
            String title,
            @Nullable String before,
            @Nullable String after,
            @Nullable String wrong) {
        var outcome = wrong == null ? Outcome.READY : Outcome.REJECTED;
        lines.add(new EditLine(++number, product == null ? null : product.id(), sku, field, "", title, before, after, outcome, wrong));
    }

    private static Optional<String> path(String cell) {
        try {
            return Optional.of(Category.tidy(cell));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}

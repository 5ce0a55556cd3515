package io.stoa.office.articles;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.search.ArticleQuery;
import io.stoa.search.Articles;
import io.stoa.shared.Amounts;
import io.stoa.shared.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which articles are wanted, as the page's address says it. What cannot be read of it narrows nothing down. */
public record ArticleFilter(String text, String shelf, String from, String to, String stock, ArticleQuery.Order order) {

    static ArticleFilter of(Map<String, String> typed) {
        var wanted = typed.getOrDefault("order", "");
        var order = Stream.of(ArticleQuery.Order.values()).filter(one -> one.name().equals(wanted)).findFirst();
        return new ArticleFilter(
                typed.getOrDefault("text", "").strip(),
                typed.getOrDefault("shelf", ""),
                typed.getOrDefault("from", "").strip(),
                typed.getOrDefault("to", "").strip(),
                typed.getOrDefault("stock", ""),
                order.orElse(ArticleQuery.Order.NEWEST));
    }

    ArticleQuery query(String after, int size, Catalog catalog, Currency currency) {
        return new ArticleQuery(
                text.substring(0, Math.min(200, text.length())),
                shelf.isEmpty() ? null : catalog.category(shelf).map(Category::path).orElse(null),
                minor(from, currency),
                minor(to, currency),
                stock.isEmpty() ? null : Boolean.valueOf(stock.equals("in")),
                order,
                Articles.isPlace(after) ? after : null,
                size);
    }

    ArticleFilter by(ArticleQuery.Order other) {
        return new ArticleFilter(text, shelf, from, to, stock, other);
    }

    String address(String file) {
        return ArticlesPage.HERE + file
                + Stream.of(
                                said("text", text), said("shelf", shelf), said("from", from), said("to", to), said("stock", stock),
                                said("order", order == ArticleQuery.Order.NEWEST ? "" : order.name()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static @Nullable Long minor(String typed, Currency currency) {
        return Amounts.read(typed, currency).map(Money::minor).orElse(null);
    }

    private static String said(String name, String value) {
        return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

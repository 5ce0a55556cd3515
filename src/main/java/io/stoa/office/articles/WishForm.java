package io.stoa.office.articles;

import io.stoa.catalog.Category;
import io.stoa.catalog.ProductId;
import io.stoa.edits.Repricing;
import io.stoa.edits.Wish;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceList;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A change of many articles as it was typed, and what is wrong with it, by field. */
public record WishForm(Map<String, String> typed, Set<String> ticked, Map<String, String> errors) {

    static final WishForm EMPTY = new WishForm(Map.of(), Set.of(), Map.of());

    /** More are taken by a filter, or brought as a file. */
    public static final int TICKED_MAX = 500;

    static WishForm of(MultiValueMap<String, String> sent) {
        var ticked = sent.getOrDefault("product", List.of()).stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .limit(TICKED_MAX + 1)
                .collect(Collectors.toSet());
        return new WishForm(sent.toSingleValueMap(), ticked, new LinkedHashMap<>());
    }

    public String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /** Whether all that are found are meant, not only the ticked ones. */
    public boolean all() {
        return text("scope").equals("all");
    }

    /** What is ticked and not among these rows, in no order. */
    public List<String> elsewhere(List<ArticlesShown.Row> rows) {
        var here = rows.stream().map(row -> String.valueOf(row.id())).collect(Collectors.toSet());
        return ticked.stream().filter(id -> !here.contains(id)).toList();
    }

    List<ProductId> products() {
        return ticked.stream().map(id -> new ProductId(Long.parseLong(id))).toList();
    }

    /** What is meant, or nothing when something is wrong. */
    Optional<Wish> read(List<PriceList> lists, Texts texts) {
        if (!all() && ticked.isEmpty()) {
            wrong("scope", texts);
        } else if (!all() && ticked.size() > TICKED_MAX) {
            errors.put("scope", texts.get("articles.picked.full", TICKED_MAX));
        }
        var price = text("value").isEmpty() ? null : repricing(texts);
        var list = lists.stream().filter(one -> one.id().value().equals(text("list"))).findFirst();
        if (price != null && list.isEmpty()) {
            wrong("list", texts);
        }
        var department = text("department");
        if (!department.isEmpty() && tried(() -> Category.tidy(department)).isEmpty()) {
            wrong("department", texts);
        }
        if (Stream.of("value", "department", "brand", "find").allMatch(field -> text(field).isEmpty())) {
            wrong("value", texts, "nothing");
        }
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wish(
                price == null ? null : list.orElseThrow().id(),
                price,
                department.isEmpty() ? null : Category.tidy(department),
                text("brand").isEmpty() ? null : text("brand"),
                text("find").isEmpty() ? null : new Wish.Renaming(text("find"), text("replace")),
                null,
                null));
    }

    private @Nullable Repricing repricing(Texts texts) {
        var value = text("value").replace(',', '.').replace("%", "").strip();
        var way = chosen(Repricing.Way.values(), text("way"), Repricing.Way.PERCENT);
        boolean fits = value.matches("[+-]?\\d{1,6}(\\.\\d{1,2})?") && (way != Repricing.Way.SET || !value.startsWith("-"));
        if (!fits) {
            wrong("value", texts);
            return null;
        }
        return new Repricing(way, new BigDecimal(value), chosen(Repricing.Ending.values(), text("ending"), Repricing.Ending.ANY));
    }

    private static <E extends Enum<E>> E chosen(E[] all, String name, E otherwise) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst().orElse(otherwise);
    }

    private void wrong(String field, Texts texts) {
        wrong(field, texts, field);
    }

    private void wrong(String field, Texts texts, String why) {
        errors.putIfAbsent(field, texts.get("articles.wrong." + why));
    }

    private static <T> Optional<T> tried(Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}

package io.stoa.shop.search;

import io.stoa.search.PriceBand;
import io.stoa.search.Wanted;
import io.stoa.shared.LocationId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * What is narrowed down, as it stands in the address: {@code q} the words, {@code a.NAME=VALUE} traits, {@code price=20-50}
 * in whole units of money, {@code stock=1}, {@code at=leeds}, {@code sort=cheapest}, {@code page=2}. What makes no sense is
 * left out, so that any address shows something.
 */
record Narrowing(
        String base,
        String q,
        SortedMap<String, SortedSet<String>> traits,
        @Nullable String price,
        boolean stock,
        @Nullable String at,
        Wanted.Order order,
        int page) {

    static final int TYPED_MAX = 80;

    private static final String TRAIT = "a.";
    private static final int TRAIT_MAX = 40;
    private static final Pattern PRICE = Pattern.compile("([0-9]{1,7})-([0-9]{1,7})?");

    static Narrowing read(String base, HttpServletRequest request) {
        var traits = new TreeMap<String, SortedSet<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(TRAIT) && name.length() > TRAIT.length() && name.length() <= TRAIT_MAX + TRAIT.length()) {
                traits.put(name.substring(TRAIT.length()), new TreeSet<>(Arrays.asList(values)));
            }
        });
        return new Narrowing(
                base,
                typed(value(request, "q")),
                traits,
                band(value(request, "price"), 1) == null ? null : value(request, "price"),
                value(request, "stock").equals("1"),
                value(request, "at").matches("[a-z0-9][a-z0-9-]{0,39}") ? value(request, "at") : null,
                order(value(request, "sort")),
                value(request, "page").matches("[1-9][0-9]{0,2}") ? Integer.parseInt(value(request, "page")) : 1);
    }

    static String typed(String text) {
        var typed = text.strip();
        return typed.substring(0, Math.min(TYPED_MAX, typed.length()));
    }

    Wanted wanted(@Nullable String shelf, Currency currency, String language, int size) {
        Map<String, Set<String>> wantedTraits = new TreeMap<>(traits);
        var place = at == null ? null : new LocationId(at);
        return new Wanted(
                q, shelf, wantedTraits, band(price, unit(currency)), stock, place, null, order, language, page, size);
    }

    boolean isNarrow() {
        return !traits.isEmpty() || price != null || stock || at != null;
    }

    boolean has(String name, String value) {
        return traits.getOrDefault(name, new TreeSet<>()).contains(value);
    }

    // --- Other addresses

    /** With this value, or without it when it is there already. */
    Narrowing turned(String name, String value) {
        var other = new TreeMap<String, SortedSet<String>>();
        traits.forEach((kept, values) -> other.put(kept, new TreeSet<>(values)));
        var values = other.computeIfAbsent(name, added -> new TreeSet<>());
        if (!values.remove(value)) {
            var _ = values.add(value);
        }
        if (values.isEmpty()) {
            other.remove(name);
        }
        return new Narrowing(base, q, other, price, stock, at, order, 1);
    }

    Narrowing costing(@Nullable String band) {
        return new Narrowing(base, q, traits, band, stock, at, order, 1);
    }

    Narrowing inStock(boolean only) {
        return new Narrowing(base, q, traits, price, only, at, order, 1);
    }

    Narrowing at(@Nullable String place) {
        return new Narrowing(base, q, traits, price, stock, place, order, 1);
    }

    Narrowing by(Wanted.Order other) {
        return new Narrowing(base, q, traits, price, stock, at, other, 1);
    }

    Narrowing page(int number) {
        return new Narrowing(base, q, traits, price, stock, at, order, number);
    }

    Narrowing wide() {
        return new Narrowing(base, q, new TreeMap<>(), null, false, null, order, 1);
    }

    Narrowing on(String otherBase) {
        return new Narrowing(otherBase, q, traits, price, stock, at, order, 1);
    }

    String href() {
        var query = new StringBuilder();
        if (!q.isEmpty()) {
            add(query, "q", q);
        }
        traits.forEach((name, values) -> values.forEach(value -> add(query, TRAIT + name, value)));
        if (price != null) {
            add(query, "price", price);
        }
        if (stock) {
            add(query, "stock", "1");
        }
        if (at != null) {
            add(query, "at", at);
        }
        if (order != Wanted.Order.BEST) {
            add(query, "sort", order.name().toLowerCase(Locale.ROOT));
        }
        if (page > 1) {
            add(query, "page", Integer.toString(page));
        }
        return base + query;
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&')
                .append(UriUtils.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8));
    }

    // --- Prices, in whole units of money

    static String price(PriceBand band, Currency currency) {
        long unit = unit(currency);
        return band.from() / unit + "-" + (band.until() == Long.MAX_VALUE ? "" : band.until() / unit);
    }

    @Nullable PriceBand band(Currency currency) {
        return band(price, unit(currency));
    }

    private static @Nullable PriceBand band(@Nullable String price, long unit) {
        var parts = PRICE.matcher(price == null ? "" : price);
        if (!parts.matches()) {
            return null;
        }
        long from = Long.parseLong(parts.group(1)) * unit;
        long until = parts.group(2) == null ? Long.MAX_VALUE : Long.parseLong(parts.group(2)) * unit;
        return until > from ? new PriceBand(from, until) : null;
    }

    private static long unit(Currency currency) {
        return Math.round(Math.pow(10, Math.max(0, currency.getDefaultFractionDigits())));
    }

    private static Wanted.Order order(String name) {
        return Arrays.stream(Wanted.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Wanted.Order.BEST);
    }

    private static String value(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}

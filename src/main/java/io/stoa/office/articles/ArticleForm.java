package io.stoa.office.articles;

import io.stoa.catalog.Category;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Product;
import io.stoa.catalog.Text;
import io.stoa.catalog.Variant;
import io.stoa.edits.ByHand;
import io.stoa.page.Texts;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.shared.Amounts;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One article as it was typed, by field, what is wrong with it, and what it says by now where that is something else. A price is named
 * by its list and by which of the SKUs it is of; beside it stands what it was when it was looked at.
 */
public record ArticleForm(Map<String, String> typed, Map<String, String> errors, Map<String, String> now) {

    static final ArticleForm EMPTY = new ArticleForm(Map.of(), Map.of(), Map.of());

    private static final int TITLE_MAX = 200;
    private static final int DESCRIPTION_MAX = 20_000;
    private static final int BRAND_MAX = 100;

    static ArticleForm sent(Map<String, String> typed) {
        return new ArticleForm(typed, new LinkedHashMap<>(), Map.of());
    }

    static ArticleForm of(Product there, List<PriceList> lists, Map<PriceListId, Map<Sku, Long>> prices) {
        var typed = new HashMap<String, String>();
        typed.put("version", String.valueOf(there.version()));
        typed.put("department", there.category());
        typed.put("brand", there.brand() == null ? "" : there.brand());
        typed.put("tax", there.taxCategory());
        there.titles().forEach((language, title) -> typed.put("title-" + language, title));
        there.descriptions().forEach((language, text) -> typed.put("text-" + language, text));
        var offered = offered(there);
        for (int n = 0; n < offered.size(); n++) {
            var gtin = offered.get(n).gtin();
            typed.put(gtin(n), gtin == null ? "" : gtin.digits());
        }
        for (var list : lists) {
            var on = prices.getOrDefault(list.id(), Map.of());
            for (int n = 0; n < offered.size(); n++) {
                var minor = on.get(offered.get(n).sku());
                var price = minor == null ? "" : new Money(minor, list.currency()).decimal().toPlainString();
                typed.put(price(list, n), price);
                typed.put("was-" + price(list, n), price);
            }
        }
        return new ArticleForm(typed, Map.of(), Map.of());
    }

    static List<Variant> offered(Product product) {
        return product.variants().stream().filter(Variant::offered).toList();
    }

    /** The field of a price. */
    public static String price(PriceList list, int variant) {
        return "price-" + list.id() + "-" + variant;
    }

    /** The field of a bar code. */
    public static String gtin(int variant) {
        return "gtin-" + variant;
    }

    /** Line ends as they are kept, not as forms send them. */
    public String text(String field) {
        return typed.getOrDefault(field, "").replace("\r\n", "\n").strip();
    }

    /** What was typed, to be saved over what is there by now. */
    ArticleForm over(ArticleForm there) {
        var again = new HashMap<>(typed);
        var others = new HashMap<String, String>();
        there.typed.forEach((field, value) -> {
            if (field.equals("version") || field.startsWith("was-")) {
                again.put(field, value);
            } else if (!text(field).equals(there.text(field))) {
                others.put(field, value);
            }
        });
        return new ArticleForm(again, Map.of(), others);
    }

    /** What the article is to be, or nothing when something is wrong. */
    Optional<ByHand.Wanted> wanted(Product there, List<String> languages, List<PriceList> lists, Set<String> taxes, Texts words) {
        var titles = texts(languages, words);
        var prices = new ArrayList<ByHand.Price>();
        var offered = offered(there);
        for (var list : lists) {
            for (int n = 0; n < offered.size(); n++) {
                var field = price(list, n);
                if (!text(field).equals(text("was-" + field))) {
                    var was = was(text("was-" + field), list);
                    var sku = offered.get(n).sku();
                    amount(field, list, words).ifPresent(price -> prices.add(new ByHand.Price(sku, list.id(), was, price.minor())));
                }
            }
        }
        var department = department(words);
        var brand = brand(words);
        check("tax", taxes.contains(text("tax")), words);
        var variants = variants(offered, words);
        long version = text("version").matches("\\d{1,18}") ? Long.parseLong(text("version")) : 0;
        return errors.isEmpty()
                ? Optional.of(new ByHand.Wanted(
                        there.id(),
                        version,
                        new NewProduct(there.code(), titles, department, brand, text("tax"), there.attributes(), there.media(), variants),
                        prices))
                : Optional.empty();
    }

    /** A new article of one SKU, or nothing when something is wrong. */
    Optional<NewProduct> added(List<String> languages, Texts words) {
        check("code", NewProduct.isCode(text("code")), words);
        var gtin = text("gtin").isEmpty() ? null : Gtin.read(text("gtin")).orElse(null);
        check("gtin", gtin != null || text("gtin").isEmpty(), words);
        var titles = texts(languages, words);
        var department = department(words);
        var brand = brand(words);
        return errors.isEmpty()
                ? Optional.of(new NewProduct(
                        text("code"),
                        titles,
                        department,
                        brand,
                        text("tax"),
                        Map.of(),
                        List.of(),
                        List.of(new NewVariant(new Sku(text("code")), gtin, Map.of()))))
                : Optional.empty();
    }

    /** What a new article costs, on at least one list. */
    Map<PriceListId, Money> prices(List<PriceList> lists, Texts words) {
        var prices = new TreeMap<PriceListId, Money>();
        for (var list : lists) {
            if (!text(price(list, 0)).isEmpty()) {
                amount(price(list, 0), list, words).ifPresent(price -> prices.put(list.id(), price));
            }
        }
        if (prices.isEmpty() && !lists.isEmpty()) {
            check(price(lists.getFirst(), 0), false, "price", words);
        }
        return prices;
    }

    ArticleForm wrong(String field, String why, Texts words) {
        check(field, false, why, words);
        return this;
    }

    /** Beside the bar codes that others have, whose they are. */
    ArticleForm taken(Product there, Map<Sku, Sku> others, Texts words) {
        var offered = offered(there);
        for (int n = 0; n < offered.size(); n++) {
            var other = others.get(offered.get(n).sku());
            if (other != null) {
                errors.put(gtin(n), words.get("articles.wrong.gtin.taken", other));
            }
        }
        return this;
    }

    private List<NewVariant> variants(List<Variant> offered, Texts words) {
        var variants = new ArrayList<NewVariant>();
        var seen = new HashSet<String>();
        for (int n = 0; n < offered.size(); n++) {
            var gtin = Gtin.read(text(gtin(n))).orElse(null);
            check(gtin(n), gtin != null || text(gtin(n)).isEmpty(), "gtin", words);
            check(gtin(n), gtin == null || seen.add(gtin.padded()), "gtin.twice", words);
            variants.add(new NewVariant(offered.get(n).sku(), gtin, offered.get(n).options()));
        }
        return variants;
    }

    /** A language without a name has no description either; one has a name. */
    private Map<String, Text> texts(List<String> languages, Texts words) {
        var texts = new TreeMap<String, Text>();
        for (var language : languages) {
            var title = text("title-" + language);
            var description = text("text-" + language);
            boolean fits = description.length() <= DESCRIPTION_MAX;
            check("text-" + language, fits, "text", words);
            check("title-" + language, title.length() <= TITLE_MAX && (!title.isEmpty() || description.isEmpty()), "title", words);
            if (!title.isEmpty() && title.length() <= TITLE_MAX && fits) {
                texts.put(language, new Text(title, description));
            }
        }
        check("title-" + languages.getFirst(), !texts.isEmpty(), "title", words);
        return texts;
    }

    private static @Nullable Long was(String plain, PriceList list) {
        return plain.matches("\\d{1,13}(\\.\\d{1,4})?") ? Money.of(new BigDecimal(plain), list.currency()).minor() : null;
    }

    private String department(Texts words) {
        try {
            return Category.tidy(text("department"));
        } catch (IllegalArgumentException none) {
            check("department", false, words);
            return "";
        }
    }

    private @Nullable String brand(Texts words) {
        check("brand", text("brand").length() <= BRAND_MAX, words);
        return text("brand").isEmpty() ? null : text("brand");
    }

    private Optional<Money> amount(String field, PriceList list, Texts words) {
        var amount = Amounts.read(text(field), list.currency());
        check(field, amount.isPresent(), "price", words);
        return amount;
    }

    private void check(String field, boolean fine, Texts words) {
        check(field, fine, field, words);
    }

    private void check(String field, boolean fine, String why, Texts words) {
        if (!fine) {
            errors.putIfAbsent(field, words.get("articles.wrong." + why));
        }
    }
}

package io.stoa.shop.seen;

import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.reviews.Rating;
import io.stoa.shared.Money;
import io.stoa.shop.Link;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Things as schema.org describes them. What is not known is left out. */
public final class LinkedData {

    private static final String CONTEXT = "https://schema.org";

    private LinkedData() {}

    /** What an article's page offers: one variant, at its price on the web, if it has one there, and what others think. */
    public record Offered(String address, Product product, Variant variant, @Nullable Money price, boolean inStock, Rating rating) {}

    public static Map<String, Object> product(Offered offered, String language, UnaryOperator<String> whole) {
        var product = offered.product();
        var data = thing("Product");
        data.put("name", product.title(language));
        data.put("url", offered.address());
        data.put("sku", offered.variant().sku().value());
        data.put("image", product.media().isEmpty()
                ? whole.apply(product.imageUrl())
                : product.media().stream().map(media -> whole.apply(media.url())).toList());
        if (!product.description(language).isBlank()) {
            data.put("description", product.description(language));
        }
        if (product.brand() != null) {
            data.put("brand", Map.of("@type", "Brand", "name", product.brand()));
        }
        var gtin = offered.variant().gtin();
        if (gtin != null) {
            data.put("gtin", gtin.digits());
        }
        option(offered.variant(), "color", "colour", "color", "farbe").ifPresent(colour -> data.put("color", colour));
        option(offered.variant(), "size", "size", "größe").ifPresent(size -> data.put("size", size));
        var price = offered.price();
        if (price != null) {
            data.put("offers", offer(offered.address(), price, offered.inStock()));
        }
        if (offered.rating().number() > 0) {
            data.put("aggregateRating", Map.of(
                    "@type", "AggregateRating",
                    "ratingValue", offered.rating().mean().toPlainString(),
                    "reviewCount", offered.rating().number()));
        }
        return data;
    }

    private static Optional<String> option(Variant variant, String... names) {
        var wanted = List.of(names);
        return variant.options().entrySet().stream()
                .filter(option -> wanted.contains(option.getKey().toLowerCase(Locale.ROOT)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Object> offer(String address, Money price, boolean inStock) {
        var offer = new LinkedHashMap<String, Object>();
        offer.put("@type", "Offer");
        offer.put("url", address);
        offer.put("price", amount(price));
        offer.put("priceCurrency", price.currency().getCurrencyCode());
        offer.put("availability", CONTEXT + (inStock ? "/InStock" : "/OutOfStock"));
        return offer;
    }

    /** With a point and as many digits as the currency has, and no sign or grouping. */
    static String amount(Money price) {
        return BigDecimal.valueOf(price.minor(), digits(price.currency())).toPlainString();
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** The way from the entrance to the page. */
    public static Map<String, Object> way(List<Link> path, UnaryOperator<String> whole) {
        var steps = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < path.size(); i++) {
            var step = new LinkedHashMap<String, Object>();
            step.put("@type", "ListItem");
            step.put("position", i + 1);
            step.put("name", path.get(i).text());
            step.put("item", whole.apply(path.get(i).href()));
            steps.add(step);
        }
        var data = thing("BreadcrumbList");
        data.put("itemListElement", steps);
        return data;
    }

    /** The shop itself, and how to search in it. */
    public static Map<String, Object> shop(String name, UnaryOperator<String> whole) {
        var data = thing("WebSite");
        data.put("name", name);
        data.put("url", whole.apply("/shop"));
        data.put("potentialAction", Map.of(
                "@type", "SearchAction",
                "target", whole.apply("/shop/search") + "?q={search_term_string}",
                "query-input", "required name=search_term_string"));
        return data;
    }

    public static Map<String, Object> store(Location store, String address) {
        var data = thing("Store");
        data.put("@id", address);
        data.put("name", store.name());
        data.put("url", address);
        var where = store.address();
        if (where != null) {
            var postal = new LinkedHashMap<String, Object>();
            postal.put("@type", "PostalAddress");
            postal.put("streetAddress", where.line2() == null ? where.line1() : where.line1() + ", " + where.line2());
            postal.put("addressLocality", where.city());
            postal.put("addressCountry", where.country());
            if (where.region() != null) {
                postal.put("addressRegion", where.region());
            }
            if (!where.postcode().isEmpty()) {
                postal.put("postalCode", where.postcode());
            }
            data.put("address", postal);
        }
        var at = store.coordinates();
        if (at != null) {
            data.put("geo", Map.of("@type", "GeoCoordinates", "latitude", at.latitude(), "longitude", at.longitude()));
        }
        data.put("openingHoursSpecification", hours(store.hours()));
        return data;
    }

    private static List<Map<String, Object>> hours(OpeningHours hours) {
        var spans = new ArrayList<Map<String, Object>>();
        for (var day : DayOfWeek.values()) {
            for (var span : hours.week().getOrDefault(day, List.of())) {
                spans.add(Map.of(
                        "@type", "OpeningHoursSpecification",
                        "dayOfWeek", CONTEXT + "/" + day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        "opens", span.from().toString(),
                        "closes", span.until().equals(LocalTime.MIDNIGHT) ? "23:59" : span.until().toString()));
            }
        }
        return spans;
    }

    private static Map<String, Object> thing(String type) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", CONTEXT);
        data.put("@type", type);
        return data;
    }
}

package io.stoa.catalog.web;

import io.stoa.catalog.Product;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a product that has no photograph: what it is, by its title and shelf, in its colour, on a plain ground. The same
 * product always looks the same.
 */
final class ProductPicture {

    private static final String GROUND = "#f1efea";

    private ProductPicture() {}

    /** The picture as SVG. */
    static String draw(Product product) {
        var title = product.title("en");
        var shape = Silhouette.of(List.of(title, product.category()));
        return draw(shape, tint(product, title), title);
    }

    static String draw(Silhouette shape, Tint tint, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img" aria-label="%s">
                <rect width="400" height="400" fill="%s"/>
                <ellipse cx="200" cy="362" rx="104" ry="7" fill="#1c1b1f" opacity=".07"/>
                <g fill="%s" stroke="%s" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round">
                %s</g>
                </svg>
                """.formatted(
                HtmlUtils.htmlEscapeDecimal(title, "UTF-8"),
                GROUND,
                tint,
                tint.line(),
                shape.draw(
                        tint.toString(), tint.light().toString(), tint.shade().toString()));
    }

    private static Tint tint(Product product, String title) {
        var options = product.variants().stream().flatMap(variant -> colour(variant.options()));
        return Stream.concat(Stream.concat(colour(product.attributes()), options), Stream.of(title))
                .flatMap(text -> Tint.named(text).stream())
                .findFirst()
                .orElseGet(() -> Tint.calm(product.category()));
    }

    private static Stream<String> colour(Map<String, String> entries) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith("colo"))
                .map(Map.Entry::getValue);
    }
}

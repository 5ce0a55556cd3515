package io.stoa.catalog.web;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.page.DrawnPicture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PictureController {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofDays(365);

    private final Catalog catalog;

    PictureController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The drawn picture of a product; its address changes with the product, so that a browser may keep it for a year. */
    @GetMapping("/media/product/{code}.svg")
    ResponseEntity<String> picture(@PathVariable String code) {
        return catalog.byCode(code)
                .map(product -> ResponseEntity.ok()
                        .contentType(SVG)
                        .cacheControl(CacheControl.maxAge(FRESH).cachePublic().immutable())
                        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                        .body(drawing(product)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String drawing(Product product) {
        var title = product.title("en");
        var options = product.variants().stream().flatMap(variant -> colours(variant.options()));
        var colours = Stream.of(colours(product.attributes()), options, Stream.of(title)).flatMap(one -> one);
        return DrawnPicture.of(title, List.of(title, product.category()), colours.toList());
    }

    private static Stream<String> colours(Map<String, String> entries) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith("colo"))
                .map(Map.Entry::getValue);
    }
}

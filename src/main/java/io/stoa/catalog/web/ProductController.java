package io.stoa.catalog.web;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.ProductQuery;
import io.stoa.catalog.SellableItem;
import io.stoa.shared.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/products")
class ProductController {

    private final Catalog catalog;

    ProductController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Published products by words, by shelf or all: the best match or the newest first. */
    @GetMapping
    Page<ProductCard> search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "24") int size,
            @RequestParam(required = false) @Nullable String after) {
        return catalog.search(new ProductQuery(text, category, language, size, after));
    }

    @GetMapping("/{id}")
    ResponseEntity<Product> find(@PathVariable long id) {
        return answer(catalog.product(new ProductId(id)).filter(ProductController::shown));
    }

    @GetMapping("/by-code/{code}")
    ResponseEntity<Product> byCode(@PathVariable String code) {
        return answer(catalog.byCode(code).filter(ProductController::shown));
    }

    /** What a scanner or a person typed: a SKU or the digits under a bar code. */
    @GetMapping("/scan")
    ResponseEntity<SellableItem> scan(@RequestParam String code, @RequestParam(defaultValue = "en") String language) {
        return ResponseEntity.of(catalog.scan(code)
                .flatMap(sku -> Optional.ofNullable(
                        catalog.items(List.of(sku), language).get(sku))));
    }

    private static boolean shown(Product product) {
        return product.status() == Product.Status.PUBLISHED;
    }

    private static ResponseEntity<Product> answer(Optional<Product> found) {
        return found.map(product -> ResponseEntity.ok()
                        .eTag(product.id() + "-" + product.version())
                        .body(product))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}

package io.stoa.catalog.web;

import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.SellableItem;
import io.stoa.http.Etag;
import io.stoa.http.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "Products")
@RequestMapping("/api/v1/products")
class ProductController {

    private final Catalog catalog;

    ProductController(Catalog catalog) {
        this.catalog = catalog;
    }

    @Operation(summary = "A product by its number; drafts and withdrawn ones only for those who edit them")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<Product> find(@PathVariable long id, Caller caller, WebRequest request) {
        return answer(catalog.product(new ProductId(id)), caller, request);
    }

    @Operation(
            summary = "A product by the merchant's own code; drafts and withdrawn ones only for those who edit them",
            description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/by-code/{code}")
    @Nullable
    ResponseEntity<Product> byCode(@PathVariable String code, Caller caller, WebRequest request) {
        return answer(catalog.byCode(code), caller, request);
    }

    @Operation(summary = "What a scanner or a person typed: a SKU or the digits under a bar code")
    @GetMapping("/scan")
    ResponseEntity<SellableItem> scan(@RequestParam String code, @RequestParam(defaultValue = "en") String language) {
        return ResponseEntity.of(catalog.scan(code)
                .flatMap(sku -> Optional.ofNullable(
                        catalog.items(List.of(sku), language).get(sku))));
    }

    private static @Nullable ResponseEntity<Product> answer(Optional<Product> found, Caller caller, WebRequest request) {
        var product = found.filter(one -> one.status() == Product.Status.PUBLISHED || edits(caller))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such product.")));
        return Etag.version(product.version()).answer(request, () -> product);
    }

    private static boolean edits(Caller caller) {
        return caller.has(Role.MERCHANDISER) || caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
    }
}

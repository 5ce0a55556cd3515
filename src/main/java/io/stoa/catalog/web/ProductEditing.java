package io.stoa.catalog.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.Media;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Product;
import io.stoa.catalog.Text;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.shared.Expected;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Products as those who edit them send them. The merchant's own code names a product, so that repeating a PUT is safe. */
@RestController
@RequestMapping("/api/v1/products/by-code/{code}")
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Products")
class ProductEditing {

    private final Catalog catalog;

    ProductEditing(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether it is shown; a product goes off the shelves by its status alone. */
    enum Shown {
        DRAFT,
        PUBLISHED
    }

    /** A product without its code. The texts are by language; the status is PUBLISHED when left out. */
    record ProductBody(
            Map<String, Text> texts,
            CategoryName category,
            @Nullable String brand,
            String taxCategory,
            Map<String, String> attributes,
            List<Media> media,
            List<NewVariant> variants,
            @Nullable Shown status) {

        ProductBody {
            var ignored = new NewProduct("checked", texts, category.path(), brand, taxCategory, attributes, media, variants);
        }

        NewProduct product(String code) {
            return new NewProduct(code, texts, category.path(), brand, taxCategory, attributes, media, variants);
        }

        Product.Status shown() {
            return status == Shown.DRAFT ? Product.Status.DRAFT : Product.Status.PUBLISHED;
        }
    }

    /** What a variant has besides its SKU. */
    record VariantBody(@Nullable Gtin gtin, Map<String, String> options) {
        VariantBody {
            var ignored = new NewVariant(new Sku("checked"), gtin, options);
        }
    }

    record ProductStatusBody(Product.Status status) {}

    @Operation(
            summary = "Adds or replaces a product with all its variants",
            description = "Send the ETag as If-Match to replace it. A variant that is left out is offered no more.")
    @PutMapping
    ResponseEntity<?> put(
            @PathVariable String code,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody ProductBody body,
            Caller caller) {
        if (!NewProduct.isCode(code)) {
            throw Problems.refuse(Problems.invalid("code", "A code has 1 to 64 letters, digits, dots, dashes or underscores."));
        }
        return save(body.product(code), body.shown(), Precondition.of(ifMatch, ifNoneMatch), caller);
    }

    @Operation(summary = "Shows a product, hides it as a draft, or takes it off the shelves for good")
    @PutMapping("/status")
    ResponseEntity<?> status(
            @PathVariable String code,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ProductStatusBody body,
            Caller caller) {
        var ignored = find(code);
        var said = Precondition.of(ifMatch, null);
        return said.answer(catalog.change(code, body.status(), said.expected(), caller.touchpoint()), () -> find(code));
    }

    @Operation(summary = "Adds or replaces one variant", description = "If-Match takes the ETag of the product.")
    @PutMapping("/variants/{sku}")
    ResponseEntity<?> putVariant(
            @PathVariable String code,
            @PathVariable Sku sku,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody VariantBody body,
            Caller caller) {
        return variant(code, sku, new NewVariant(sku, body.gtin(), body.options()), Precondition.of(ifMatch, null), caller);
    }

    @Operation(summary = "Offers one variant no more; the last one stays", description = "If-Match takes the ETag of the product.")
    @DeleteMapping("/variants/{sku}")
    ResponseEntity<?> dropVariant(
            @PathVariable String code,
            @PathVariable Sku sku,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        return variant(code, sku, null, Precondition.of(ifMatch, null), caller);
    }

    /** In place of the one with that SKU, else at the end; null takes it away. What was read is what is replaced. */
    private ResponseEntity<?> variant(
            String code, Sku sku, @Nullable NewVariant wanted, Precondition said, Caller caller) {
        var there = find(code);
        if (!said.expected().holds(there.version())) {
            return said.answer(new Saved.Stale(), () -> there);
        }
        var old = NewProduct.of(there).variants();
        boolean known = old.stream().anyMatch(variant -> variant.sku().equals(sku));
        var kept = old.stream().map(variant -> variant.sku().equals(sku) ? wanted : variant);
        var all = Stream.concat(kept, known ? Stream.empty() : Stream.of(wanted)).filter(Objects::nonNull).toList();
        if (all.isEmpty()) {
            throw Problems.refuse(Problems.conflict(
                    "last-variant", "A product has at least one variant. Withdraw the product instead.", Map.of("sku", sku)));
        }
        return save(there, all, new Precondition(new Expected.Version(Set.of(there.version())), true), caller);
    }

    private ResponseEntity<?> save(Product there, List<NewVariant> variants, Precondition said, Caller caller) {
        var old = NewProduct.of(there);
        var product = new NewProduct(
                old.code(), old.texts(), old.category(), old.brand(), old.taxCategory(), old.attributes(), old.media(), variants);
        return save(product, there.status(), said, caller);
    }

    private ResponseEntity<?> save(NewProduct product, Product.Status status, Precondition said, Caller caller) {
        try {
            var saved = catalog.save(product, status, said.expected(), caller.touchpoint());
            return said.answer(saved, () -> find(product.code()));
        } catch (Catalog.GtinTaken taken) {
            throw Problems.refuse(Problems.conflict(
                    "gtin-taken", taken.getMessage() + ". Take it from there first.", Map.of("field", "variants")));
        } catch (Catalog.SkuTaken taken) {
            throw Problems.refuse(Problems.conflict(
                    "sku-taken", taken.getMessage() + ". Take it from there first.", Map.of("field", "variants")));
        }
    }

    private Product find(String code) {
        return catalog.byCode(code)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no product with this code.")));
    }
}

package io.stoa.catalog.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.http.Etag;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@Tag(name = "Categories")
@RequestMapping("/api/v1/categories")
class CategoryController {

    private final Catalog catalog;

    CategoryController(Catalog catalog) {
        this.catalog = catalog;
    }

    record NewCategory(CategoryName path) {}

    @Operation(summary = "All shelves, by path")
    @GetMapping
    @Nullable
    ResponseEntity<List<Category>> all(WebRequest request) {
        var all = catalog.categories();
        return Etag.of(all).answer(request, () -> all);
    }

    @Operation(summary = "One shelf, by its name in addresses")
    @GetMapping("/{slug}")
    @Nullable
    ResponseEntity<Category> find(@PathVariable String slug, WebRequest request) {
        var found = catalog.category(slug)
                .orElseThrow(CategoryController::missing);
        return Etag.of(found).answer(request, () -> found);
    }

    @Operation(
            summary = "What a shelf is called, by language",
            description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{slug}/names")
    @Nullable
    ResponseEntity<CategoryNames> names(@PathVariable String slug, WebRequest request) {
        var found = catalog.categoryNames(slug).orElseThrow(CategoryController::missing);
        return Etag.version(found.version()).answer(request, () -> new CategoryNames(found.value()));
    }

    @Operation(
            summary = "Calls a shelf otherwise, in all languages",
            description = "Its path, by which products name it, and its address stay. Send the ETag as If-Match.")
    @PutMapping("/{slug}/names")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ResponseEntity<?> rename(
            @PathVariable String slug,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody CategoryNames names,
            Caller caller) {
        if (catalog.category(slug).isEmpty()) {
            throw missing();
        }
        var said = Precondition.of(ifMatch, ifNoneMatch);
        return said.answer(catalog.rename(slug, names.names(), said.expected(), caller.touchpoint()), () -> names);
    }

    @Operation(
            summary = "Adds a shelf and those above it",
            description = "The path is the key: repeating changes nothing and answers 200. Publishing a product adds its shelf too.")
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = Category.class)))
    @ApiResponse(
            responseCode = "200",
            description = "There already",
            content = @Content(schema = @Schema(implementation = Category.class)))
    @PostMapping
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ResponseEntity<Category> add(@RequestBody NewCategory wanted, Caller caller) {
        boolean added = catalog.addCategory(wanted.path().path(), caller.touchpoint());
        var category = catalog.categories().stream()
                .filter(one -> one.path().equals(wanted.path().path()))
                .findFirst()
                .orElseThrow();
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK)
                .location(UriComponentsBuilder.fromPath("/api/v1/categories/{slug}").build(category.slug()))
                .body(category);
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such category."));
    }
}

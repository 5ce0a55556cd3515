package io.stoa.search.web;

import io.stoa.catalog.ProductCard;
import io.stoa.http.Etag;
import io.stoa.http.Problems;
import io.stoa.search.Found;
import io.stoa.search.Search;
import io.stoa.search.Wanted;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Published products as a list and as what a search finds. */
@RestController
@Tag(name = "Products")
@RequestMapping("/api/v1")
class SearchController {

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @Operation(
            summary = "Published products by words, by shelf or all: the best match or the newest first",
            description = "Words may be begun or misspelt. What is in stock comes before what is sold out.")
    @GetMapping("/products")
    @Nullable
    ResponseEntity<Page<ProductCard>> products(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "24") int size,
            @RequestParam(required = false) @Nullable String after,
            WebRequest request) {
        var found = find(text, category, language, size, after);
        var page = new Page<>(found.products(), found.more() ? Integer.toString(found.page()) : null);
        return Etag.of(page).answer(request, () -> page);
    }

    @Operation(
            summary = "What a search finds, with how many there are by shelf, price, trait and in stock",
            description = "The reading tells how the words were taken: as typed, corrected, guessed, or only some of them.")
    @GetMapping("/search")
    @Nullable
    ResponseEntity<Found> search(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "24") int size,
            @RequestParam(required = false) @Nullable String after,
            WebRequest request) {
        var found = find(text, category, language, size, after);
        return Etag.of(found).answer(request, () -> found);
    }

    private Found find(String text, @Nullable String category, String language, int size, @Nullable String after) {
        if (after != null && !after.matches("[0-9]{1,3}")) {
            throw Problems.refuse(Problems.invalid("after", "Take the number of the page before."));
        }
        int page = after == null ? 1 : Integer.parseInt(after) + 1;
        return search.find(Wanted.text(text, size).onShelf(category).in(language).page(page));
    }
}

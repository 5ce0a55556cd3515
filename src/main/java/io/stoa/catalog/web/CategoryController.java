package io.stoa.catalog.web;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/categories")
class CategoryController {

    private final Catalog catalog;

    CategoryController(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The whole tree, by path. */
    @GetMapping
    List<Category> all() {
        return catalog.categories();
    }

    @GetMapping("/{slug}")
    ResponseEntity<Category> find(@PathVariable String slug) {
        return ResponseEntity.of(catalog.category(slug));
    }
}

package io.stoa.reviews.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.ProductId;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.reviews.Review;
import io.stoa.reviews.ReviewId;
import io.stoa.reviews.ReviewQuery;
import io.stoa.reviews.Reviews;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews. They are written in the shop, by who has the article. */
@RestController
@Tag(name = "Reviews")
@RequestMapping("/api/v1/reviews")
class ReviewsResource {

    private final Reviews reviews;

    ReviewsResource(Reviews reviews) {
        this.reviews = reviews;
    }

    @Operation(
            summary = "Reviews, the newest first",
            description = "Of one product or of all, with so many stars, hidden ones too unless hidden is false.")
    @GetMapping
    Page<Review> list(
            @RequestParam(required = false) @Nullable ProductId product,
            @RequestParam(required = false) @Nullable Integer stars,
            @RequestParam(required = false) @Nullable Boolean hidden,
            @RequestParam(required = false) @Nullable ReviewId after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return reviews.list(new ReviewQuery(product, stars, hidden, after, size.value()));
    }

    @Operation(summary = "Hides a review", description = "Nobody outside reads it from the next moment on, and its stars do not count.")
    @PutMapping("/{id}/hiding")
    @AllowedTo({Role.AGENT, Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    Review hide(@PathVariable ReviewId id, Caller caller) {
        return reviews.hide(id, true, caller.touchpoint()).orElseThrow(ReviewsResource::missing);
    }

    @Operation(summary = "Shows a hidden review again")
    @DeleteMapping("/{id}/hiding")
    @AllowedTo({Role.AGENT, Role.MARKETER, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    Review show(@PathVariable ReviewId id, Caller caller) {
        return reviews.hide(id, false, caller.touchpoint()).orElseThrow(ReviewsResource::missing);
    }

    private static RuntimeException missing() {
        return Problems.refuse(Problems.notFound("There is no such review."));
    }
}

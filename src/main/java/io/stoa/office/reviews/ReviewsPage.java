package io.stoa.office.reviews;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.http.Problems;
import io.stoa.office.Csv;
import io.stoa.page.PageFrame;
import io.stoa.reviews.Opinion;
import io.stoa.reviews.Review;
import io.stoa.reviews.ReviewId;
import io.stoa.reviews.ReviewQuery;
import io.stoa.reviews.Reviews;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What customers say about articles: the list, and a button that hides one or shows it again. */
@Controller
class ReviewsPage {

    static final String HERE = "/office/reviews";

    private static final int ROWS = 50;

    private final Reviews reviews;
    private final Catalog catalog;

    ReviewsPage(Reviews reviews, Catalog catalog) {
        this.reviews = reviews;
        this.catalog = catalog;
    }

    /** What is asked for, as it stands in the address. */
    record Filter(@Nullable Integer stars, @Nullable Boolean hidden) {

        String address(String ending) {
            var address = UriComponentsBuilder.fromPath(HERE + ending);
            if (stars != null) {
                address.queryParam("stars", stars);
            }
            if (hidden != null) {
                address.queryParam("hidden", hidden);
            }
            return address.build().toString();
        }

        ReviewQuery query(@Nullable ReviewId after, int size) {
            return new ReviewQuery(null, stars, hidden, after, size);
        }
    }

    @GetMapping(HERE)
    ModelAndView list(@ModelAttribute Filter filter, @RequestParam(required = false) @Nullable ReviewId after, PageFrame frame) {
        var page = reviews.list(filter.query(after, ROWS));
        var here = filter.address("");
        var titles = titles(page.items(), frame);
        var shown = new ReviewsShown(
                states(filter, frame),
                stars(filter, frame),
                filter.stars() != null || filter.hidden() != null,
                page.items().stream().map(review -> row(review, titles.get(review.product()), frame)).toList(),
                filter.address(".csv"),
                after == null ? null : here,
                page.next() == null ? null : here + (here.contains("?") ? "&" : "?") + "after=" + page.next());
        return new ModelAndView("office/reviews/list", Map.of("shown", shown, "here", here));
    }

    @GetMapping(HERE + ".csv")
    void export(@ModelAttribute Filter filter, PageFrame frame, HttpServletResponse response) throws IOException {
        try (var out = Csv.file(
                response, "reviews.csv", "review", "product", "title", "order", "stars", "name", "words", "language", "hidden", "at")) {
            for (var page = reviews.list(filter.query(null, Page.SIZE_MAX)); ; ) {
                var titles = titles(page.items(), frame);
                page.items().forEach(review -> out.write(line(review, titles.get(review.product()))));
                if (page.next() == null) {
                    return;
                }
                page = reviews.list(filter.query(new ReviewId(Long.parseLong(page.next())), Page.SIZE_MAX));
            }
        }
    }

    @PostMapping(HERE + "/{id}/hiding")
    String hide(@PathVariable ReviewId id, @RequestParam(defaultValue = "true") boolean hidden, @ModelAttribute("back") Back back, Caller caller) {
        var review = reviews.hide(id, hidden, caller.touchpoint());
        if (review.isEmpty()) {
            throw Problems.refuse(Problems.notFound("There is no such review."));
        }
        return "redirect:" + back.href() + "#review-" + id;
    }

    /** The list from which somebody came. */
    record Back(@Nullable String list) {
        String href() {
            return list != null && list.matches(HERE + "(\\?[a-z0-9=&]*)?") ? list : HERE;
        }
    }

    private List<ReviewsShown.Chip> states(Filter filter, PageFrame frame) {
        var chips = new ArrayList<ReviewsShown.Chip>();
        chips.add(new ReviewsShown.Chip(frame.t("review.office.all"), new Filter(filter.stars(), null).address(""), filter.hidden() == null));
        for (boolean hidden : new boolean[] {false, true}) {
            chips.add(new ReviewsShown.Chip(
                    frame.t("review.office.state." + (hidden ? "hidden" : "shown")),
                    new Filter(filter.stars(), hidden).address(""),
                    Objects.equals(filter.hidden(), hidden)));
        }
        return chips;
    }

    private List<ReviewsShown.Chip> stars(Filter filter, PageFrame frame) {
        var chips = new ArrayList<ReviewsShown.Chip>();
        chips.add(new ReviewsShown.Chip(frame.t("review.office.stars"), new Filter(null, filter.hidden()).address(""), filter.stars() == null));
        for (int stars = Opinion.STARS_MAX; stars >= Opinion.STARS_MIN; stars--) {
            chips.add(new ReviewsShown.Chip(
                    frame.texts().count("review.stars", stars),
                    new Filter(stars, filter.hidden()).address(""),
                    Objects.equals(filter.stars(), stars)));
        }
        return chips;
    }

    private static ReviewsShown.Row row(Review review, @Nullable String title, PageFrame frame) {
        var opinion = review.opinion();
        return new ReviewsShown.Row(
                review.id().toString(),
                title,
                review.product().toString(),
                opinion.stars(),
                opinion.name(),
                opinion.words(),
                review.language(),
                review.order().toString(),
                frame.moment(review.writtenAt(), ZoneId.systemDefault()),
                review.hidden());
    }

    /** What the products are called, as far as they are known. */
    private Map<ProductId, String> titles(List<Review> some, PageFrame frame) {
        var ids = some.stream().map(Review::product).distinct().toList();
        return catalog.products(ids).stream()
                .collect(Collectors.toMap(Product::id, product -> product.title(frame.texts().language())));
    }

    private static String line(Review review, @Nullable String title) {
        var opinion = review.opinion();
        return Csv.line(
                review.id(),
                review.product(),
                Objects.requireNonNullElse(title, ""),
                review.order(),
                opinion.stars(),
                opinion.name(),
                opinion.words(),
                review.language(),
                review.hidden(),
                review.writtenAt());
    }
}

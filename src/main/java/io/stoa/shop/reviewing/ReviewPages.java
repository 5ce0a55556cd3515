package io.stoa.shop.reviewing;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.reviews.Review;
import io.stoa.reviews.ReviewId;
import io.stoa.reviews.ReviewOutcome;
import io.stoa.reviews.Reviews;
import io.stoa.shared.OrderId;
import io.stoa.shop.OrderLinks;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** All reviews of an article, and the page on which whoever has an order says how an article of it is. */
@Controller
class ReviewPages {

    private static final String ORDER = "/shop/orders/{id}/{key}/reviews/{product}";

    private final Reviews reviews;
    private final Opinions opinions;
    private final Orders orders;
    private final Catalog catalog;
    private final OrderLinks links;
    private final Visits visits;

    ReviewPages(Reviews reviews, Opinions opinions, Orders orders, Catalog catalog, OrderLinks links, Visits visits) {
        this.reviews = reviews;
        this.opinions = opinions;
        this.orders = orders;
        this.catalog = catalog;
        this.links = links;
        this.visits = visits;
    }

    @GetMapping("/shop/product/{product}/reviews")
    ModelAndView all(
            @PathVariable ProductId product,
            @RequestParam(required = false) @Nullable ReviewId after,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var article = published(product);
        return new ModelAndView("shop/reviews", Map.of(
                "visit", visits.of(request, caller, frame.texts()),
                "title", article.title(frame.texts().language()),
                "said", opinions.page(product, after, frame),
                "first", after == null));
    }

    @GetMapping(ORDER)
    ModelAndView ask(
            @PathVariable long id,
            @PathVariable String key,
            @PathVariable ProductId product,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var order = find(id, key, product);
        var before = before(order.id(), product).orElse(null);
        return page(order, product, ReviewForm.of(before), before, Map.of(), frame, caller, request);
    }

    @PostMapping(ORDER)
    ModelAndView say(
            @PathVariable long id,
            @PathVariable String key,
            @PathVariable ProductId product,
            @ModelAttribute ReviewForm form,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var order = find(id, key, product);
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            var page = page(order, product, form, before(order.id(), product).orElse(null), errors, frame, caller, request);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return switch (reviews.write(order.id(), product, form.opinion(), frame.texts().language(), caller.touchpoint())) {
            case ReviewOutcome.Done done -> new ModelAndView("redirect:" + links.to(order.id()) + "#reviews");
            case ReviewOutcome.NotTheirs none -> throw none();
        };
    }

    @PostMapping(ORDER + "/withdrawal")
    String withdraw(@PathVariable long id, @PathVariable String key, @PathVariable ProductId product, Caller caller) {
        var order = find(id, key, product);
        reviews.takeBack(order.id(), product, caller.touchpoint());
        return "redirect:" + links.to(order.id()) + "#reviews";
    }

    private ModelAndView page(
            OrderView order,
            ProductId product,
            ReviewForm form,
            @Nullable Review before,
            Map<String, String> errors,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var title = published(product).title(frame.texts().language());
        var model = new HashMap<String, Object>(Map.of(
                "visit", visits.of(request, caller, frame.texts()),
                "order", order.id().toString(),
                "back", links.to(order.id()),
                "here", links.to(order.id()) + "/reviews/" + product,
                "title", title,
                "picture", Picture.of(published(product).imageUrl(), title)));
        model.put("form", form);
        model.put("errors", errors);
        model.put("said", before != null);
        model.put("hidden", before != null && before.hidden());
        return new ModelAndView("shop/review", model);
    }

    private Optional<Review> before(OrderId order, ProductId product) {
        return reviews.of(order).stream().filter(review -> review.product().equals(product)).findFirst();
    }

    private Product published(ProductId id) {
        return catalog.product(id)
                .filter(found -> found.status() == Product.Status.PUBLISHED)
                .orElseThrow(ReviewPages::none);
    }

    /** A wrong key, an order that is not there and an article that nobody has yet look the same from outside. */
    private OrderView find(long id, String key, ProductId product) {
        if (id <= 0 || !links.fits(id, key)) {
            throw none();
        }
        return orders.find(new OrderId(id))
                .filter(order -> reviews.inHand(order).contains(product))
                .orElseThrow(ReviewPages::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

package io.stoa.shop.reviewing;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.reviews.Opinion;
import io.stoa.reviews.Rating;
import io.stoa.reviews.Review;
import io.stoa.reviews.ReviewChanged;
import io.stoa.reviews.ReviewId;
import io.stoa.reviews.ReviewQuery;
import io.stoa.reviews.Reviews;
import io.stoa.shared.Page;
import io.stoa.shop.Market;
import io.stoa.shop.OrderLinks;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lays out reviews: below an article, on a page of their own, and on the page of an order about which something may be said. */
@Component
public class Opinions {

    private static final int BELOW_ARTICLE = 5;
    private static final int ON_A_PAGE = 20;

    private final Reviews reviews;
    private final Catalog catalog;
    private final OrderLinks links;
    private final Market market;

    Opinions(Reviews reviews, Catalog catalog, OrderLinks links, Market market) {
        this.reviews = reviews;
        this.catalog = catalog;
        this.links = links;
        this.market = market;
    }

    /** Below the article itself. */
    public Said of(ProductId product, Rating rating, PageFrame frame) {
        var page = reviews.list(ReviewQuery.shown(product, null, BELOW_ARTICLE));
        return said(product, rating, page, page.next() == null ? null : href(product), frame);
    }

    /** All of them, page by page. */
    Said page(ProductId product, @Nullable ReviewId after, PageFrame frame) {
        var page = reviews.list(ReviewQuery.shown(product, after, ON_A_PAGE));
        return said(product, reviews.rating(product), page, page.next() == null ? null : href(product) + "?after=" + page.next(), frame);
    }

    private Said said(ProductId product, Rating rating, Page<Review> page, @Nullable String more, PageFrame frame) {
        var number = rating.number();
        var shares = IntStream.iterate(Opinion.STARS_MAX, stars -> stars >= Opinion.STARS_MIN, stars -> stars - 1)
                .mapToObj(stars -> new Said.Share(stars, rating.of(stars), number == 0 ? 0 : (double) rating.of(stars) / number))
                .toList();
        var decimal = NumberFormat.getInstance(frame.texts().locale());
        decimal.setMinimumFractionDigits(1);
        return new Said(
                product.toString(),
                number,
                decimal.format(rating.mean()),
                rating.mean().setScale(0, RoundingMode.HALF_UP).intValueExact(),
                shares,
                page.items().stream().map(review -> one(review, frame)).toList(),
                more,
                ReviewChanged.topic(product));
    }

    private Said.One one(Review review, PageFrame frame) {
        var opinion = review.opinion();
        var day = review.writtenAt().atZone(frame.zone(market.zone())).toLocalDate();
        return new Said.One(
                opinion.stars(),
                opinion.name().isEmpty() ? frame.t("review.anonymous") : opinion.name(),
                frame.texts().day(day),
                opinion.words(),
                review.language());
    }

    /** The articles of an order about which its owner may say something, each once. */
    public List<Reviewable> reviewable(OrderView order, String language) {
        var before = reviews.of(order.id()).stream().collect(Collectors.toMap(Review::product, Function.identity()));
        return catalog.products(reviews.inHand(order)).stream()
                .filter(product -> product.status() == Product.Status.PUBLISHED)
                .map(product -> row(order, product, before, language))
                .toList();
    }

    private Reviewable row(OrderView order, Product product, Map<ProductId, Review> before, String language) {
        var review = before.get(product.id());
        return new Reviewable(
                product.title(language),
                Picture.of(product.imageUrl(), product.title(language)),
                links.to(order.id()) + "/reviews/" + product.id(),
                review == null ? 0 : review.opinion().stars());
    }

    private static String href(ProductId product) {
        return "/shop/product/" + product + "/reviews";
    }
}

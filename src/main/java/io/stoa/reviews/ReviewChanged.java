package io.stoa.reviews;

import io.stoa.catalog.ProductId;
import io.stoa.events.NewEvent;
import io.stoa.shared.Touchpoint;

/** Payload of every event of this module: no words and no name. Key {@code review:PRODUCT}. */
public record ReviewChanged(ReviewId review, ProductId product, int stars) {
    public static final String WRITTEN = "reviews.written";
    public static final String TAKEN_BACK = "reviews.taken_back";
    public static final String HIDDEN = "reviews.hidden";
    public static final String SHOWN = "reviews.shown";

    /** What open pages that show the reviews of a product follow. */
    public static String topic(ProductId product) {
        return "review:" + product;
    }

    static NewEvent event(String type, Review review, long version, Touchpoint touchpoint) {
        var payload = new ReviewChanged(review.id(), review.product(), review.opinion().stars());
        return new NewEvent(type, topic(review.product()), version, null, review.order(), touchpoint, payload);
    }
}

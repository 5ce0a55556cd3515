package io.stoa.pricing.promotions;

/** A promotion was made or changed to this. */
public record PromotionChanged(Promotion promotion) {

    public static final String TYPE = "pricing.promotion_changed";

    /** What pages follow: a promotion that nobody knew yet may be about anything. */
    public static final String KEY = "promotion:all";
}

package io.stoa.register;

import io.stoa.page.Picture;
import io.stoa.reasons.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an article lies: this store first, then the others, nearest first. */
public record StockReport(
        String sku,
        String title,
        @Nullable String variant,
        @Nullable String price,
        Picture picture,
        boolean here,
        boolean shippable,
        List<Place> places,
        Why why) {

    public StockReport {
        places = List.copyOf(places);
    }

    /** What one place has; {@code amount} is the style of the mark before the words: empty, {@code few} or {@code none}. */
    public record Place(
            String name,
            String found,
            String amount,
            boolean mine,
            @Nullable String distance) {}

    /** Why a piece costs what it costs here, and why so many can be promised here. */
    public record Why(List<Reason> price, String verdict, List<Reason> stock) {}

    /** The page about an article. */
    public static String href(String sku) {
        return "/till/stock?q=" + URLEncoder.encode(sku, StandardCharsets.UTF_8);
    }

    /** The part of that page that is fetched again. */
    public String placesHref() {
        return "/till/stock/places?sku=" + URLEncoder.encode(sku, StandardCharsets.UTF_8);
    }

    /** What the page listens for, so that it refreshes itself. */
    public String topics() {
        return "stock:" + sku + " price:" + sku + " promotion:all";
    }
}

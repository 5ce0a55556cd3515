package io.stoa.shop.wishes;

import io.stoa.page.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wishes for, as it is now. */
public record WishList(List<Wish> wishes) {

    public WishList {
        wishes = List.copyOf(wishes);
    }

    /** One article; sold out ones cannot be moved to the cart. */
    public record Wish(
            String sku,
            String href,
            String title,
            @Nullable String variant,
            @Nullable String price,
            String stock,
            boolean buyable,
            Picture picture) {

        /** What the line listens for. */
        public String topics() {
            return "stock:" + sku + " price:" + sku;
        }
    }
}

package io.stoa.office.articles;

import io.stoa.catalog.Category;
import io.stoa.pricing.PriceList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Articles as the back office lists them, with how many there are on all pages. */
public record ArticlesShown(
        ArticleFilter filter,
        List<Category> shelves,
        List<PriceList> lists,
        List<Row> rows,
        int found,
        String csv,
        @Nullable String first,
        @Nullable String next) {

    /** One article, its price in words. */
    public record Row(
            long id, String code, String title, @Nullable String brand, String department, String price, int variants, int places, String image) {}

    /** The address of the same list in another order. */
    public String by(String order) {
        return filter.by(io.stoa.search.ArticleQuery.Order.valueOf(order)).address("");
    }
}

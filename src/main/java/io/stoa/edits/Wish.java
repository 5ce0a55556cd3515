package io.stoa.edits;

import io.stoa.pricing.PriceListId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of the chosen articles; what is null stays. Prices are those of one list.
 *
 * @param article the title of the only one, where it was changed by hand; then its lines say all
 */
public record Wish(
        @Nullable PriceListId list,
        @Nullable Repricing price,
        @Nullable String department,
        @Nullable String brand,
        @Nullable Renaming name,
        @Nullable Upload upload,
        @Nullable String article) {

    /** What the rows of a file say, in those columns; names are in that language. */
    public record Upload(String file, List<Sheet.Column> columns, String language) {}

    /** In every language: those letters by others. */
    public record Renaming(String find, String replace) {
        public Renaming {
            if (find.isEmpty()) {
                throw new IllegalArgumentException("Nothing to find");
            }
        }
    }

    public Wish {
        if (list == null ? price != null || asksForPrices(upload) : price == null && !asksForPrices(upload)) {
            throw new IllegalArgumentException("A price is changed on one list");
        }
    }

    private static boolean asksForPrices(@Nullable Upload upload) {
        return upload != null && upload.columns().contains(Sheet.Column.PRICE);
    }

    /** Whether it would change nothing. */
    public boolean isEmpty() {
        return price == null && department == null && brand == null && name == null && upload == null && article == null;
    }
}

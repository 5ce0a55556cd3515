package io.stoa.edits;

import io.stoa.catalog.ProductId;
import io.stoa.shared.Sku;
import org.jspecify.annotations.Nullable;

/**
 * One thing of one article that changes: a price in minor units, the path of a department, a brand, a tax category, a
 * name, a description, a bar code, or all pictures as they are kept.
 *
 * @param product null where a row of a file names none that there is
 * @param sku of a price or a bar code; null of what belongs to the whole article
 * @param part the language of a name or a description; of a price its list, where that is not the one of the wish; else empty
 * @param reason why it is rejected or was left as it is: {@code unpriced too-low same too-long changed withdrawn
 *     unknown twice price department lines first taken}
 */
public record EditLine(
        int number,
        @Nullable ProductId product,
        @Nullable Sku sku,
        Field field,
        String part,
        String title,
        @Nullable String before,
        @Nullable String after,
        Outcome outcome,
        @Nullable String reason) {

    /** What changes. */
    public enum Field {
        PRICE,
        DEPARTMENT,
        BRAND,
        TAX,
        NAME,
        DESCRIPTION,
        BARCODE,
        PICTURES,
        /** A row of a file as a whole, by its number. */
        ROW
    }

    /** Ready to be made; as a file says already; rejected; made; left because it changed since; taken back; not taken back because it changed since. */
    public enum Outcome {
        READY,
        SAME,
        REJECTED,
        DONE,
        SKIPPED,
        UNDONE,
        KEPT
    }

    EditLine to(Outcome other, @Nullable String why) {
        return new EditLine(number, product, sku, field, part, title, before, after, other, why);
    }
}

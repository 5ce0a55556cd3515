package io.stoa.office.purchasing;

import io.stoa.office.purchasing.PurchasesShown.Choice;
import io.stoa.purchasing.ReorderPoint.Shortage;
import java.util.List;

/** What runs short, by supplier, all points, and what one may choose from for another. */
public record ReorderShown(List<Row> lacking, List<Row> points, List<Choice> suppliers, List<Choice> places, String key) {

    /** A point in words. */
    public record Row(Shortage shortage, String title, String supplier, String place) {}
}

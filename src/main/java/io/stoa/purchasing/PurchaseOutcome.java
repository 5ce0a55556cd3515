package io.stoa.purchasing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Set;

/** What came of a step of a purchase order. Whatever is not done has changed nothing. */
public sealed interface PurchaseOutcome {

    /** It is so; repeated means that it was so already. */
    record Done(PurchaseOrder order, boolean repeated) implements PurchaseOutcome {}

    record NoSuchOrder() implements PurchaseOutcome {}

    record NoSuchSupplier() implements PurchaseOutcome {}

    /** There is no such location, or it holds no stock. */
    record NoSuchPlace(LocationId place) implements PurchaseOutcome {}

    /** These are no articles, or none of this purchase order. */
    record OtherGoods(Set<Sku> skus) implements PurchaseOutcome {}

    /** More came than was still to come, and nobody said that it is to be taken. */
    record TooMany(Sku sku, int left) implements PurchaseOutcome {}

    /** The key was used for something else. */
    record KeyReused() implements PurchaseOutcome {}

    /** Somebody changed it since it was read, as by counting the same delivery. */
    record ChangedMeanwhile(PurchaseOrder order) implements PurchaseOutcome {}

    /** That does not follow from the state it is in. */
    record NotInThisState(PurchaseOrder order) implements PurchaseOutcome {}
}

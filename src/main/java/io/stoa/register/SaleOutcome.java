package io.stoa.register;

import io.stoa.routing.Decision.Shortage;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.List;

/** What came of a sale. After a refusal nothing is sold and nothing is kept. */
sealed interface SaleOutcome {

    /** Sold: what goes home first, then what is taken along. */
    record Sold(List<OrderId> orders) implements SaleOutcome {}

    /** There is not enough of these. */
    record TooFew(List<Shortage> shortages) implements SaleOutcome {}

    record CardDeclined() implements SaleOutcome {}

    /** Nobody sells this any more. */
    record NotSold(Sku sku) implements SaleOutcome {}

    /** This attempt was refused before; the next one is another. */
    record Over() implements SaleOutcome {}

    /** Too many wait already. */
    record Busy() implements SaleOutcome {}
}

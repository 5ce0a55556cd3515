package io.stoa.orders;

import io.stoa.shared.Sku;

/** What came of a change to a cart. */
public sealed interface CartOutcome {

    /** The cart as it is now. */
    record Changed(CartView cart) implements CartOutcome {}

    /** There is no such cart, or it was ordered or merged already. */
    record NotOpen(CartId cart) implements CartOutcome {}

    /** Nobody sells this. */
    record NotSold(Sku sku) implements CartOutcome {}

    /** A cart has a limited number of lines. */
    record Full(int linesMax) implements CartOutcome {}
}

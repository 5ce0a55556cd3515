package io.stoa.showing;

import io.stoa.orders.CartId;

/** What came of taking a cart by its code. */
public sealed interface TakeOutcome {

    /** It is yours, and at no other till. */
    record Taken(CartId cart) implements TakeOutcome {}

    /** Another till has it, or it was sold or given back. */
    record Gone(ShownCart shown) implements TakeOutcome {}

    /** The code is too old. */
    record Expired() implements TakeOutcome {}

    record NoSuchCode() implements TakeOutcome {}
}

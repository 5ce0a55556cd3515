package io.stoa.register;

/** How pieces of a basket leave: in the customer's hand, or by post to their home. */
public enum Way {
    TAKE,
    SEND
}

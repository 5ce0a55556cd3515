package io.stoa.register;

/** What stands on the right of the till: the choice of how to pay, one of the forms, or who buys. */
public enum Step {
    CHOOSE,
    CASH,
    CARD,
    HOME,
    CUSTOMER
}

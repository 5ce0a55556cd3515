package io.stoa.returns;

/** What a customer wants who gives something back. */
public enum ReturnKind {
    /** Their money, for goods that come back. */
    RETURN,
    /** Other goods for it: what came back pays for them, and the rest goes back as money. */
    EXCHANGE,
    /** Their money for goods that do not come back: lost on the way, or not worth sending. */
    CLAIM
}

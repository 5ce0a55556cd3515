package io.stoa.sms;

/** What became of a text message. */
public enum SmsState {
    /** For its turn, for a carrier, or for another try. */
    WAITING,
    /** The carrier took it. */
    SENT,
    /** The carrier refused it for good, or too many tries came to nothing. */
    FAILED,
    /** Not worth sending any more. */
    LAPSED
}

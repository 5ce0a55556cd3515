package io.stoa.mail;

/** What became of a message. */
public enum MessageState {
    /** For its turn, for a server, or for another try. */
    WAITING,
    /** The server took it. */
    SENT,
    /** The server refused it for good, or too many tries came to nothing. */
    FAILED,
    /** Not worth sending any more, such as a code that is too old. */
    LAPSED
}

package io.stoa.mail;

/** What came of handing a message to the server. */
sealed interface Delivery {

    /** The server took it. */
    record Taken() implements Delivery {}

    /** The server will never take it. */
    record Refused(String cause) implements Delivery {}

    /** The server may take it later. */
    record NotNow(String cause) implements Delivery {}

    /** The line broke: the server may have it or not. */
    record Unclear(String cause) implements Delivery {}

    /** There is no talking to the server; no message is to blame. */
    record Away(String cause) implements Delivery {}
}

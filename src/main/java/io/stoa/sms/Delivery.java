package io.stoa.sms;

/** What came of handing a message to the carrier. */
sealed interface Delivery {

    /** The carrier took it, or has it from before. */
    record Taken() implements Delivery {}

    /** The carrier will never take it. */
    record Refused(String cause) implements Delivery {}

    /** The carrier may take it later. */
    record NotNow(String cause) implements Delivery {}

    /** No answer that says so: the carrier may have it or not. */
    record Unclear(String cause) implements Delivery {}

    /** There is no talking to the carrier; no message is to blame. */
    record Away(String cause) implements Delivery {}
}

package io.stoa.mail;

/** Payload of this module's events: nobody's address and no words. Key {@code mail:ID}. */
public record MessageChanged(long message, String kind, int attempts) {

    public static final String WRITTEN = "mail.message_written";
    public static final String SENT = "mail.message_sent";
    public static final String FAILED = "mail.message_failed";
}

package io.stoa.sms;

/** Payload of this module's events: nobody's number and no words. Key {@code sms:ID}. */
public record SmsChanged(long message, String kind, int attempts) {

    public static final String WRITTEN = "sms.message_written";
    public static final String SENT = "sms.message_sent";
    public static final String FAILED = "sms.message_failed";
}

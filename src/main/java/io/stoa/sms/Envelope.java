package io.stoa.sms;

/** A message that is taken out to be sent; {@code unclear} when the carrier may have it from an earlier try. */
record Envelope(long id, String kind, String to, String words, String sealed, int attempts, boolean unclear) {}

package io.stoa.events;

import java.time.Instant;

/** A key that a listener gave up on, with the cause. Later events of the key wait behind it; the rest goes on. */
public record Parked(String cursor, String key, long fromSeq, int attempts, String cause, Instant parkedAt) {}

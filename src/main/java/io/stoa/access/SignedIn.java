package io.stoa.access;

import java.time.Instant;

/** One browser in which somebody is signed in; {@code device} is what it says of itself. */
public record SignedIn(long id, String actor, String device, Instant openedAt, Instant seenAt) {}

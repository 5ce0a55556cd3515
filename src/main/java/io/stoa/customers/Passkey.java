package io.stoa.customers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key that lets somebody in, kept by a device of theirs; {@code device} is what the browser said that made it. */
public record Passkey(long id, String device, Instant madeAt, @Nullable Instant usedAt) {}

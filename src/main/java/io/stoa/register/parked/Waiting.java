package io.stoa.register.parked;

import org.jspecify.annotations.Nullable;

/** A parked basket as the till shows it; {@code old} says since which day when it waits from a day before. */
public record Waiting(String id, String name, int pieces, String when, String by, @Nullable String old) {}

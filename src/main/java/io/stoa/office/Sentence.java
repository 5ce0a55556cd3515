package io.stoa.office;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event in plain words: what, through which door, by whom, when, and where to read more. */
public record Sentence(
        String text, String door, String actor, Instant at, String tone, @Nullable String href, @Nullable String reason) {}

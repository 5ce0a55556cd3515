package io.stoa.mail;

import io.stoa.brand.Inks;
import org.jspecify.annotations.Nullable;

/** What of the brand a message wears: the logo's whole address or nothing, and the words of thanks if there are any. */
public record Dress(
        String name,
        String home,
        String logo,
        Inks inks,
        @Nullable String thanks) {}

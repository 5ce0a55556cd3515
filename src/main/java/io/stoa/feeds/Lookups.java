package io.stoa.feeds;

import org.jspecify.annotations.Nullable;

/** What earlier files remembered, by name and key. */
@FunctionalInterface
public interface Lookups {

    @Nullable
    String find(String name, String key);
}

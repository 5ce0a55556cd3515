package io.stoa.shop.collecting;

import org.jspecify.annotations.Nullable;

/** A store that has everything of an order too: when it would be ready there, and how far it is. */
public record PickupPlace(String id, String name, String promise, @Nullable String distance) {}

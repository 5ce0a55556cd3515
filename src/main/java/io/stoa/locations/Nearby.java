package io.stoa.locations;

/** A location and how far it is, in kilometres as the crow flies. */
public record Nearby(Location location, double kilometres) {}

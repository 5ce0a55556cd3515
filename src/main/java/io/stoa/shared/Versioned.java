package io.stoa.shared;

/** A value and the version of the row it came from; versions grow by one with each change. */
public record Versioned<T>(T value, long version) {}

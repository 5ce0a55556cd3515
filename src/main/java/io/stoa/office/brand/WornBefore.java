package io.stoa.office.brand;

/** A brand kit of before, in a list of those that can be put on again. */
public record WornBefore(long version, String name, String who, String when) {}

package io.stoa.office;

import io.stoa.events.Parked;

/** A key that a reader of the log gave up on, and when in words. */
public record GivenUp(Parked parked, String at) {}

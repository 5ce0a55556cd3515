package io.stoa.page;

/** A value of a field and the words for it. */
public record Choice(String value, String words) {}

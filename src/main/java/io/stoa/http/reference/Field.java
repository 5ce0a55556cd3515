package io.stoa.http.reference;

/** One parameter, or one field of a body with its way there: {@code lines[].sku}. */
public record Field(String name, String where, String type, boolean required, String text) {}

package io.stoa.push;

/** A browser that wants to hear of a topic, and in which language. */
public record Subscriber(long id, String topic, String language) {}

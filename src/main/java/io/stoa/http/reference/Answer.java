package io.stoa.http.reference;

/** What comes back with a status, with an example of the body; empty where there is none. */
public record Answer(String status, String text, String example) {}

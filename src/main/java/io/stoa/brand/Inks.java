package io.stoa.brand;

/** A brand's colour and what is written on it, by day and by night, as {@code #rrggbb} that can be read (contrast of 4.5). */
public record Inks(String accent, String on, String accentAtNight, String onAtNight) {}

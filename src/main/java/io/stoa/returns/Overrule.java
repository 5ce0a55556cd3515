package io.stoa.returns;

/** Somebody takes goods back although the policy says no: who, by their name at the door, and why, in 1 to 200 characters. */
public record Overrule(String by, String reason) {

    public static final int REASON_MAX = 200;

    public Overrule {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("Why has 1 to " + REASON_MAX + " characters");
        }
    }
}

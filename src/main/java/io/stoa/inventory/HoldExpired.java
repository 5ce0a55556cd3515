package io.stoa.inventory;

/** Payload of {@code inventory.hold_expired}: the owner's time ran out and its pieces are free again. Key {@code hold:OWNER}. */
public record HoldExpired(long owner) {

    public static final String TYPE = "inventory.hold_expired";
}

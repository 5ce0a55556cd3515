package io.stoa.inventory;

import java.time.Instant;

/** A movement that happened: by how many pieces it changed what is on hand, and why. */
public record PastMovement(String id, MovementKind kind, int onHand, String reason, Instant at) {}

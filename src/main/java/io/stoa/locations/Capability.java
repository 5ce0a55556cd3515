package io.stoa.locations;

/** What a location does for customers. */
public enum Capability {
    /** Sends parcels. */
    SHIP,
    /** Hands over what was ordered elsewhere. */
    PICKUP,
    /** Sells on the spot. */
    SELL,
    /** Takes goods back, wherever they were bought. */
    RETURNS
}

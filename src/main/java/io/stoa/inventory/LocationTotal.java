package io.stoa.inventory;

import io.stoa.shared.LocationId;

/** A location's stock in pieces, over all SKUs; {@code emptyRows} of {@code rows} SKUs have nothing left to promise. */
public record LocationTotal(
        LocationId location, long onHand, long held, long allocated, long available, int emptyRows, int rows) {}

package io.stoa.shop;

/** An order in a customer's list. */
public record OrderLine(
        String number, String href, String placed, Bought.State state, String stateText, String pieces, String total, String door) {}

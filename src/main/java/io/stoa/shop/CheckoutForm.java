package io.stoa.shop;

import org.jspecify.annotations.Nullable;

/** What the visitor typed into the checkout, as it was typed; shown again when something is missing. */
public record CheckoutForm(
        @Nullable String how,
        @Nullable String store,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String country,
        @Nullable String card,
        @Nullable String attempt) {

    static final String SHIP = "SHIP";
    static final String COLLECT = "COLLECT";

    public boolean collects() {
        return COLLECT.equals(how);
    }

    /** Never null, without outer blanks: what templates and checks look at. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

package io.stoa.pricing;

/** A price list or a tax rate was added or changed; {@code what} names it. */
public record TermsChanged(String what) {

    public static final String LIST = "pricing.list_changed";
    public static final String TAX = "pricing.tax_changed";
}

package io.stoa.brand;

/** The brand kit was changed; ask {@link Brand} for what it is now. */
public record BrandChanged(long version) {

    public static final String TYPE = "brand.kit_changed";
}

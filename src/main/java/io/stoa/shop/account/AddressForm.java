package io.stoa.shop.account;

import io.stoa.customers.PostalAddress;
import io.stoa.page.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An address as it is typed: {@code at} counts from 0 which one it replaces, null for a new one. */
public record AddressForm(
        @Nullable Integer at,
        long version,
        @Nullable String name,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String region,
        @Nullable String postcode,
        @Nullable String country) {

    static AddressForm fresh(long version, String name, String country) {
        return new AddressForm(null, version, name, null, null, null, null, null, country);
    }

    static AddressForm of(int at, long version, PostalAddress known) {
        return new AddressForm(
                at, version, known.name(), known.line1(), known.line2(), known.city(), known.region(), known.postcode(), known.country());
    }

    AddressForm newer(long other) {
        return new AddressForm(at, other, name, line1, line2, city, region, postcode, country);
    }

    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What has to be put right, by field. */
    Map<String, String> errors(Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        Map.of("line1", text(line1), "city", text(city), "postcode", text(postcode)).forEach((field, typed) -> {
            if (typed.isEmpty()) {
                errors.put(field, texts.get("shop.error." + field));
            }
        });
        if (errors.isEmpty()) {
            try {
                var _ = address();
            } catch (IllegalArgumentException refused) {
                errors.put("line1", texts.get("shop.error.address", String.valueOf(refused.getMessage())));
            }
        }
        return errors;
    }

    /** @throws IllegalArgumentException when it is none */
    PostalAddress address() {
        return new PostalAddress(
                orNull(name), text(line1), orNull(line2), text(city), orNull(region), text(postcode), text(country));
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return text(typed).isEmpty() ? null : text(typed);
    }
}

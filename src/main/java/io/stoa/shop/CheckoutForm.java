package io.stoa.shop;

import io.stoa.customers.Customer;
import io.stoa.customers.PostalAddress;
import io.stoa.locations.Address;
import io.stoa.locations.Location;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.paying.Tendered;
import io.stoa.page.Texts;
import io.stoa.secrets.Secrets;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shop.paying.GiftPart;
import io.stoa.shop.paying.PayWays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor typed into the checkout, as it was typed; shown again when something is missing. {@code agreed} is the
 * total on the button that was pressed, in the smallest unit of the currency.
 */
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
        @Nullable String gift,
        @Nullable String coupon,
        @Nullable String keep,
        @Nullable String attempt,
        @Nullable String agreed,
        @Nullable Both both) {

    private static final String COLLECT = "COLLECT";
    private static final String BOTH = "BOTH";
    private static final String ON = "on";
    private static final String MAIL = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+";
    private static final String PHONE = "\\+?[0-9 ()/.-]{5,40}";
    private static final int TYPED_MAX = 200;

    /** What is known of the visitor stands there already: nobody has to say it again. */
    static CheckoutForm fresh(
            @Nullable Location store, Optional<Customer> customer, String country, String attempt) {
        var address = customer.flatMap(known -> known.addresses().stream().findFirst());
        return new CheckoutForm(
                null,
                store == null ? null : store.id().value(),
                customer.map(Customer::name).orElse(null),
                customer.flatMap(known -> known.emails().stream().findFirst()).orElse(null),
                customer.flatMap(known -> known.phones().stream().findFirst()).orElse(null),
                address.map(PostalAddress::line1).orElse(null),
                address.map(PostalAddress::line2).orElse(null),
                address.map(PostalAddress::city).orElse(null),
                address.map(PostalAddress::region).orElse(null),
                address.map(PostalAddress::postcode).orElse(null),
                address.map(PostalAddress::country).orElse(country),
                null,
                null,
                null,
                customer.isPresent() && address.isEmpty() ? ON : null,
                attempt,
                null,
                null);
    }

    CheckoutForm attempt(String other) {
        return new CheckoutForm(
                how, store, name, email, phone, line1, line2, city, region, postcode, country, card, gift, coupon, keep, other, agreed, both);
    }

    /** The same, but all of it collected. */
    CheckoutForm collected() {
        return new CheckoutForm(
                COLLECT, store, name, email, phone, line1, line2, city, region, postcode, country, card, gift, coupon, keep, attempt, agreed, both);
    }

    /** The same with these ticks for what is collected. */
    CheckoutForm with(Both ticks) {
        return new CheckoutForm(
                how, store, name, email, phone, line1, line2, city, region, postcode, country, card, gift, coupon, keep, attempt, agreed, ticks);
    }

    @Override
    public Both both() {
        return both == null ? Both.NONE : both;
    }

    public boolean collects() {
        return COLLECT.equals(how);
    }

    public boolean goesBothWays() {
        return BOTH.equals(how);
    }

    public boolean isSent() {
        return !collects() && !goesBothWays();
    }

    /** Never null, without outer blanks: what templates and checks look at. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What has to be put right, by field, in the order of the page; empty when nothing has. */
    Map<String, String> errors(
            List<Checkout.Store> stores, Checkout.@Nullable Split split, PayWays ways, GiftPart gift, Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "name", !text(name).isEmpty(), texts);
        check(errors, "email", text(email).matches(MAIL), texts);
        check(errors, "phone", text(phone).isEmpty() || text(phone).matches(PHONE), texts);
        if (collects()) {
            checkStore(errors, stores, texts);
        } else if (goesBothWays()) {
            checkBoth(errors, split, texts);
        } else {
            checkAddress(errors, texts);
        }
        check(errors, "gift", gift.fits(), texts);
        check(errors, "card", gift.isEnough() || ways.has(card), texts);
        return errors;
    }

    private void checkStore(Map<String, String> errors, List<Checkout.Store> stores, Texts texts) {
        var chosen = stores.stream().filter(place -> place.id().equals(store)).findFirst();
        if (chosen.isEmpty()) {
            errors.put("store", texts.get("shop.error.store"));
        } else if (!chosen.get().complete()) {
            errors.put("store", texts.get("shop.error.store.short", chosen.get().name()));
        }
    }

    private void checkBoth(Map<String, String> errors, Checkout.@Nullable Split split, Texts texts) {
        if (split == null) {
            errors.put("how", texts.get("shop.checkout.short"));
            return;
        }
        check(errors, "both", !split.ticked().isEmpty(), texts);
        if (!split.hasAllTicked()) {
            errors.put("both", texts.get("shop.error.both.missing", split.name()));
        }
        if (!split.isWhole()) {
            checkAddress(errors, texts);
        }
    }

    private void checkAddress(Map<String, String> errors, Texts texts) {
        check(errors, "line1", !text(line1).isEmpty(), texts);
        check(errors, "city", !text(city).isEmpty(), texts);
        check(errors, "postcode", Postcodes.fits(text(postcode), text(country)), texts);
        if (errors.isEmpty()) {
            try {
                var ignored = address();
            } catch (IllegalArgumentException refused) {
                errors.put("line1", texts.get("shop.error.address", String.valueOf(refused.getMessage())));
            }
        }
    }

    private void check(Map<String, String> errors, String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("shop.error." + field));
        }
    }

    /** Whether the order is placed first, without a card. */
    boolean paysAfterwards(GiftPart gift) {
        return gift.typed() || PayWays.isPage(card);
    }

    /** What pays all, or what a gift card leaves. */
    Optional<Tendered> tendered() {
        return text(card).isEmpty() ? Optional.empty() : Optional.of(PayWays.tendered(text(card), shortened(email)));
    }

    Contact contact() {
        return new Contact(shortened(name), shortened(email), shortened(phone));
    }

    /** What is ticked as a whole is collected, and goes nowhere else. */
    Delivery delivery(Checkout.@Nullable Split split) {
        if (goesBothWays() && split != null) {
            var at = new LocationId(split.store());
            return split.isWhole()
                    ? new Delivery.Collect(at)
                    : new Delivery.Mixed(address(), at, split.ticked().stream().sorted().map(Sku::new).toList());
        }
        return collects() ? new Delivery.Collect(new LocationId(text(store))) : new Delivery.Ship(address());
    }

    /** Tells two wishes apart that came under one key. */
    String print() {
        var ticks = goesBothWays() ? both().toString() : "";
        var typed = Stream.of(how, store, name, email, phone, line1, line2, city, region, postcode, country, card, gift, ticks);
        return HexFormat.of()
                .formatHex(Secrets.hash(typed.map(CheckoutForm::text).collect(Collectors.joining("\n"))));
    }

    private Address address() {
        return new Address(
                text(name), text(line1), text(line2), text(city), text(region), text(postcode), text(country));
    }

    private static String shortened(@Nullable String typed) {
        var text = text(typed);
        return text.substring(0, Math.min(TYPED_MAX, text.length()));
    }
}

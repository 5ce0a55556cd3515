package io.stoa.shop;

import io.stoa.shop.paying.PayWays;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one page of the checkout: what is bought, what was typed, what may be chosen, and what has to be put right. */
public record Checkout(
        Basket basket,
        long agreed,
        CheckoutForm form,
        Map<String, String> errors,
        String deliveryPromise,
        List<Store> stores,
        @Nullable Split split,
        List<Country> countries,
        PayWays ways,
        @Nullable Gift gift) {

    public Checkout {
        errors = Map.copyOf(errors);
        stores = List.copyOf(stores);
        countries = List.copyOf(countries);
    }

    /** A store to collect in, and in which street; the promise says when, or why not, and the total what it costs there, where that differs. */
    public record Store(
            String id,
            String name,
            String street,
            String promise,
            @Nullable String total,
            @Nullable String distance,
            boolean complete) {}

    /**
     * Some of it delivered, some collected: stores that have some of it, the chosen one, when it has it ready, and which SKUs are
     * ticked, and are missing there.
     */
    public record Split(
            List<Store> stores, String store, String name, String promise, int articles, Set<String> ticked, Set<String> missing) {

        public boolean ticks(String sku) {
            return ticked.contains(sku);
        }

        public boolean lacks(String sku) {
            return missing.contains(sku);
        }

        boolean hasAllTicked() {
            return missing.stream().noneMatch(ticked::contains);
        }

        /** Everything is collected, so that nothing is sent. */
        boolean isWhole() {
            return ticked.size() == articles;
        }
    }

    /** What a gift card pays of it, and what is left for another card. */
    public record Gift(boolean fits, String pays, boolean enough, String rest) {}

    /** A country that parcels go to. */
    public record Country(String code, String name) {

        /** All of them, in the order of their names. */
        public static List<Country> all(Locale locale) {
            return Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).stream()
                    .map(code -> new Country(code, Locale.of("", code).getDisplayCountry(locale)))
                    .sorted(Comparator.comparing(Country::name, Collator.getInstance(locale)))
                    .toList();
        }
    }

    /** What was typed as a coupon, else the one on the cart. */
    public String coupon() {
        var ours = basket.coupon() == null ? "" : basket.coupon().code();
        return form.coupon() == null ? ours : CheckoutForm.text(form.coupon());
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean chosen(Store store) {
        return store.id().equals(form.store());
    }
}

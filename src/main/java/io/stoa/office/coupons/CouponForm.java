package io.stoa.office.coupons;

import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.office.Days;
import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.shared.Amounts;
import io.stoa.shared.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The form of a coupon as it was typed. Days are whole days of the zone of the house; the last one is in. */
public record CouponForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String off,
        @Nullable String minimum,
        @Nullable String from,
        @Nullable String until,
        @Nullable String uses,
        @Nullable String once,
        @Nullable String active,
        @Nullable Long version) {

    private static final int NAME_MAX = 100;

    static CouponForm fresh() {
        return new CouponForm(null, null, null, null, null, null, null, "on", "on", 0L);
    }

    static CouponForm of(Coupon.Standing there) {
        var coupon = there.coupon();
        return new CouponForm(
                coupon.code().value(),
                coupon.name(),
                off(coupon),
                coupon.minimum() == 0 ? null : plain(coupon.minimum(), Objects.requireNonNull(coupon.currency())),
                Days.first(coupon.from()),
                Days.last(coupon.until()),
                coupon.uses() == null ? null : coupon.uses().toString(),
                coupon.once() ? "on" : null,
                coupon.active() ? "on" : null,
                there.version());
    }

    /** As it is typed: {@code 10%} or {@code 5.00}. */
    private static String off(Coupon coupon) {
        return coupon.kind() == Cut.Kind.PERCENT
                ? Amounts.share(Math.toIntExact(coupon.value())) + "%"
                : plain(coupon.value(), Objects.requireNonNull(coupon.currency()));
    }

    private static String plain(long minor, Currency currency) {
        return new Money(minor, currency).decimal().toPlainString();
    }

    /** Never null, for templates. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What has to be put right, by field; {@code used} is how often it was used. */
    Map<String, String> errors(Currency currency, int used, Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "code", CouponCode.typed(text(code)).isPresent(), texts);
        check(errors, "name", !text(name).isEmpty() && text(name).length() <= NAME_MAX, texts);
        check(errors, "off", value(currency).isPresent(), texts);
        check(
                errors,
                "minimum",
                text(minimum).isEmpty() || Amounts.read(text(minimum), currency).isPresent(),
                texts);
        check(errors, "dates", Days.fit(text(from), text(until)), texts);
        check(
                errors,
                "uses",
                text(uses).isEmpty() || (text(uses).matches("[1-9][0-9]{0,6}") && Integer.parseInt(text(uses)) >= used),
                texts);
        return errors;
    }

    private static void check(Map<String, String> errors, String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("coupon.wrong." + field));
        }
    }

    private boolean isPercent() {
        return text(off).endsWith("%");
    }

    private Optional<Long> value(Currency currency) {
        if (!isPercent()) {
            return Amounts.read(text(off), currency).map(Money::minor).filter(minor -> minor > 0);
        }
        return Amounts.share(text(off)).map(Integer::longValue);
    }

    /** Of a form without errors. */
    Coupon coupon(Currency currency) {
        long least = Amounts.read(text(minimum), currency).map(Money::minor).orElse(0L);
        return new Coupon(
                new CouponCode(text(code)),
                text(name),
                isPercent() ? Cut.Kind.PERCENT : Cut.Kind.AMOUNT,
                value(currency).orElseThrow(),
                isPercent() && least == 0 ? null : currency,
                least,
                Days.begin(text(from)),
                Days.end(text(until)),
                text(uses).isEmpty() ? null : Integer.valueOf(text(uses)),
                once != null,
                active != null);
    }
}

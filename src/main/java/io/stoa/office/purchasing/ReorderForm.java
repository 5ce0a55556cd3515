package io.stoa.office.purchasing;

import io.stoa.page.Texts;
import io.stoa.purchasing.ReorderPoint;
import io.stoa.purchasing.SupplierId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A reorder point as it was typed, and what has to be put right, by field. */
public record ReorderForm(
        @Nullable String article, @Nullable String supplier, @Nullable String location, @Nullable String point, @Nullable String upTo) {

    static ReorderForm fresh() {
        return new ReorderForm(null, null, null, null, null);
    }

    /** Never null, for templates. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The point that is meant; empty when {@code errors} say what is wrong. */
    Optional<ReorderPoint> point(Function<String, Optional<Sku>> scan, Names names, Map<String, String> errors, Texts texts) {
        var sku = scan.apply(text(article));
        check(errors, "article", sku.isPresent(), texts);
        check(errors, "supplier", names.suppliers().stream().anyMatch(one -> one.id().equals(text(supplier))), texts);
        check(errors, "location", names.places().stream().anyMatch(one -> one.id().equals(text(location))), texts);
        check(errors, "point", isNumber(point), texts);
        check(errors, "upTo", isNumber(upTo) && isNumber(point) && number(upTo) > number(point), texts);
        return sku.isEmpty() || !errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReorderPoint(
                        sku.get(),
                        new LocationId(text(location)),
                        new SupplierId(Long.parseLong(text(supplier))),
                        number(point),
                        number(upTo)));
    }

    private static boolean isNumber(@Nullable String typed) {
        return text(typed).matches("\\d{1,5}");
    }

    private static int number(@Nullable String typed) {
        return Integer.parseInt(text(typed));
    }

    private static void check(Map<String, String> errors, String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("purchasing.wrong." + field));
        }
    }
}

package io.stoa.office.purchasing;

import io.stoa.page.Texts;
import io.stoa.purchasing.Supplier;
import io.stoa.purchasing.SupplierId;
import io.stoa.shared.Versioned;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form of a supplier as it was typed. */
public record SupplierForm(
        @Nullable String name, @Nullable String email, @Nullable String days, @Nullable Long version) {

    static SupplierForm fresh() {
        return new SupplierForm(null, null, "7", null);
    }

    static SupplierForm of(Versioned<Supplier> there) {
        var supplier = there.value();
        return new SupplierForm(supplier.name(), supplier.email(), String.valueOf(supplier.leadDays()), there.version());
    }

    /** Never null, for templates. */
    public static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** What has to be put right, by field. */
    Map<String, String> errors(Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "name", !text(name).isEmpty() && text(name).length() <= Supplier.NAME_MAX, texts);
        check(errors, "email", text(email).isEmpty() || Supplier.isEmail(text(email)), texts);
        check(errors, "days", text(days).matches("\\d{1,3}") && Integer.parseInt(text(days)) <= Supplier.LEAD_DAYS_MAX, texts);
        return errors;
    }

    private static void check(Map<String, String> errors, String field, boolean fine, Texts texts) {
        if (!fine) {
            errors.put(field, texts.get("purchasing.supplier.wrong." + field));
        }
    }

    /** Of a form without errors. */
    Supplier supplier(SupplierId id) {
        return new Supplier(id, text(name), text(email).isEmpty() ? null : text(email), Integer.parseInt(text(days)));
    }
}

package io.stoa.purchasing;

/** Payload of {@code purchasing.supplier_saved}: somebody made or changed a supplier. Key {@code supplier:ID}. */
public record SupplierSaved(SupplierId supplier, int leadDays) {

    public static final String TYPE = "purchasing.supplier_saved";
}

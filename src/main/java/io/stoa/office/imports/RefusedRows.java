package io.stoa.office.imports;

import io.stoa.imports.account.Refused;
import io.stoa.page.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** So many rows of a file were refused, and why in the reader's language; what only a mapping or a module knows stays in English. */
public record RefusedRows(String why, boolean english, long rows) {

    /** Columns whose name in the account is not the one that the reader knows. */
    private static final Map<String, String> COLUMNS = Map.of(
            "title", "name", "category", "department", "gtin", "barcode", "taxCategory", "tax", "location", "place", "quantity", "pieces", "line1", "street", "key", "number");

    /** By reasons that read the same. */
    public static List<RefusedRows> in(Texts texts, Map<String, Refused> reasons) {
        var said = new LinkedHashMap<String, RefusedRows>();
        reasons.forEach((sentence, refused) -> {
            var row = in(texts, sentence, refused);
            said.merge(row.why, row, (one, other) -> new RefusedRows(one.why, one.english, one.rows + other.rows));
        });
        return List.copyOf(said.values());
    }

    private static RefusedRows in(Texts texts, String sentence, Refused refused) {
        if (refused.why() == null) {
            return new RefusedRows(sentence, true, refused.rows());
        }
        var column = refused.column();
        var named = column.isEmpty() ? "" : texts.get("imports.given." + COLUMNS.getOrDefault(column, column)) + ": ";
        return new RefusedRows(named + texts.get("imports.why." + refused.why().name().toLowerCase(Locale.ROOT)), false, refused.rows());
    }
}

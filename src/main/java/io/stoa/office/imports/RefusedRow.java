package io.stoa.office.imports;

import io.stoa.page.Texts;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a row of a file was refused, in the reader's language. What only a file with a mapping of its own runs into stays in English. */
public final class RefusedRow {

    private static final String COLUMN = "(?:([A-Za-z0-9]+):? )?";

    /** How it is reported: the column, where one is to blame, and why; what was written there is left out. */
    private static final Map<String, Pattern> REPORTED = Map.ofEntries(
            reported("missing", COLUMN + "is missing"),
            reported("number", COLUMN + "… is not a number"),
            reported("whole", COLUMN + "… is not a whole number"),
            reported("sku", COLUMN + "… is not a SKU"),
            reported("unknown", COLUMN + "no [a-z -]+ is known for …"),
            reported("price", "()the price is negative"),
            reported("quantity", "()the quantity is negative"),
            reported("there", "()… is in the shop already"),
            reported("tax", "()there is no tax …"),
            reported("article", "()no article has the SKU …"),
            reported("place", "()no place that keeps stock is called …"),
            reported("customer", "()a customer with this e-mail, phone or card is there already"),
            reported("cells", "()has .+ fields where the header has .+"),
            reported("damaged", "()holds a damaged character: is the encoding right\\?"));

    /** Columns whose name in the report is not the one that the reader knows. */
    private static final Map<String, String> COLUMNS = Map.of(
            "title", "name", "category", "department", "gtin", "barcode", "taxCategory", "tax", "location", "place", "quantity", "pieces", "line1", "street", "key", "number");

    private RefusedRow() {}

    /** The sentence in that language, or nothing where there is none. */
    public static String in(Texts texts, String reason) {
        return REPORTED.entrySet().stream()
                .map(one -> in(texts, one.getKey(), one.getValue().matcher(reason)))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String in(Texts texts, String why, Matcher found) {
        if (!found.matches()) {
            return "";
        }
        var column = found.group(1) == null ? "" : found.group(1);
        var named = column.isEmpty() ? "" : texts.get("imports.given." + COLUMNS.getOrDefault(column, column)) + ": ";
        return named + texts.get("imports.why." + why);
    }

    private static Map.Entry<String, Pattern> reported(String why, String pattern) {
        return Map.entry(why, Pattern.compile(pattern));
    }
}

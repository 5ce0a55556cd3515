package io.stoa.edits;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.stoa.feeds.Spreadsheet;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table of articles as it comes out of a spreadsheet: the first line names the columns, in any order; those that it does not
 * know are left alone. Commas, semicolons or tabs part the cells; letters are UTF-8, else those of Windows.
 */
public record Sheet(List<Column> columns, List<Row> rows) {

    public static final int ROWS_MAX = 200_000;

    private static final int CELL_MAX = 1_000;

    /** What a column may be, with the names by which it is known. The first row of a file must have one for the SKU. */
    public enum Column {
        SKU("sku", "first sku", "article number", "artikelnummer", "art.-nr."),
        NAME("name", "title", "titel", "bezeichnung"),
        DEPARTMENT("department", "category", "abteilung", "kategorie"),
        BRAND("brand", "marke"),
        PRICE("price", "preis");

        private final String names;

        Column(String... names) {
            this.names = String.join("\n", names);
        }

        /** In small letters. */
        public List<String> names() {
            return names.lines().toList();
        }
    }

    /** A row by the number of its line; {@code again} when one before was of the same SKU. Cells that are empty are missing. */
    public record Row(int line, Map<Column, String> cells, boolean again) {}

    /** It cannot be read, and why: {@code empty}, {@code no-sku}, {@code nothing}, {@code broken} or {@code too-long}. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;

        Unreadable(String why) {
            super("The table cannot be read: " + why);
            this.why = why;
        }

        public String why() {
            return why;
        }
    }

    public static Sheet read(byte[] bytes) throws Unreadable {
        var text = Spreadsheet.text(bytes);
        if (text.isBlank()) {
            throw new Unreadable("empty");
        }
        if (Spreadsheet.isWorkbook(text)) {
            throw new Unreadable("broken");
        }
        try (var csv = Spreadsheet.read(text)) {
            var records = csv.iterator();
            var places = places(records.next().getFields());
            var rows = new ArrayList<Row>();
            var seen = new HashSet<String>();
            while (records.hasNext()) {
                if (rows.size() == ROWS_MAX) {
                    throw new Unreadable("too-long");
                }
                rows.add(row(records.next(), places, seen));
            }
            return rows.isEmpty() ? refuse("empty") : new Sheet(List.copyOf(places.keySet()), rows);
        } catch (CsvParseException | java.io.IOException broken) {
            throw new Unreadable("broken");
        }
    }

    private static Sheet refuse(String why) throws Unreadable {
        throw new Unreadable(why);
    }

    private static Row row(CsvRecord record, Map<Column, Integer> places, Set<String> seen) {
        var cells = new EnumMap<Column, String>(Column.class);
        places.forEach((column, place) -> {
            var cell = place < record.getFieldCount() ? record.getField(place).strip() : "";
            if (!cell.isEmpty()) {
                cells.put(column, cell.substring(0, Math.min(CELL_MAX, cell.length())));
            }
        });
        return new Row((int) record.getStartingLineNumber(), cells, !seen.add(cells.getOrDefault(Column.SKU, "")));
    }

    private static Map<Column, Integer> places(List<String> header) throws Unreadable {
        var names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        var places = new EnumMap<Column, Integer>(Column.class);
        for (var column : Column.values()) {
            column.names().stream().map(names::indexOf).filter(place -> place >= 0).findFirst().ifPresent(place -> places.put(column, place));
        }
        if (!places.containsKey(Column.SKU)) {
            throw new Unreadable("no-sku");
        }
        if (places.size() == 1) {
            throw new Unreadable("nothing");
        }
        return places;
    }
}

package io.stoa.imports.uploads;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.stoa.feeds.Spreadsheet;
import io.stoa.pricing.PriceList;
import io.stoa.shared.Amounts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of one kind with its columns by their own names, in their own order, and a key; columns that are not known are left out. */
public record Brought(Kind kind, String csv, int rows, @Nullable PriceList list, String language) {

    public static final int ROWS_MAX = 200_000;

    static final String KEY = "key";

    private static final int CELL_MAX = 20_000;

    /** It cannot be read, and why: {@code empty}, {@code column}, {@code list}, {@code broken} or {@code too-long}. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String why;
        private final String what;

        Unreadable(String why, String what) {
            super("The table cannot be read: " + why + " " + what);
            this.why = why;
            this.what = what;
        }

        public String why() {
            return why;
        }

        /** The column that is missing, or empty. */
        public String what() {
            return what;
        }
    }

    /** @param list whose prices articles have; they need one */
    public static Brought read(Kind kind, byte[] bytes, @Nullable PriceList list, String language) throws Unreadable {
        if (kind == Kind.ARTICLES && list == null) {
            throw new Unreadable("list", "");
        }
        var text = Spreadsheet.text(bytes);
        if (text.isBlank() || Spreadsheet.isWorkbook(text)) {
            throw new Unreadable(text.isBlank() ? "empty" : "broken", "");
        }
        var out = new StringWriter();
        int rows = 0;
        try (var csv = Spreadsheet.read(text); var writer = CsvWriter.builder().build(out)) {
            var records = csv.iterator();
            var places = places(kind, records.next().getFields());
            writer.writeRecord(Stream.concat(kind.columns().stream().map(Kind.Column::name), Stream.of(KEY)).toList());
            for (; records.hasNext(); rows++) {
                if (rows == ROWS_MAX) {
                    throw new Unreadable("too-long", "");
                }
                writer.writeRecord(row(kind, records.next(), places, list));
            }
        } catch (CsvParseException | UncheckedIOException | IOException broken) {
            throw new Unreadable("broken", "");
        }
        if (rows == 0) {
            throw new Unreadable("empty", "");
        }
        return new Brought(kind, out.toString(), rows, list, language);
    }

    /** Where each column stands, less than 0 where it is missing. */
    private static List<Integer> places(Kind kind, List<String> header) throws Unreadable {
        var names = header.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
        var places = new ArrayList<Integer>();
        for (var column : kind.columns()) {
            int place = column.names().stream().mapToInt(names::indexOf).filter(at -> at >= 0).findFirst().orElse(-1);
            if (place < 0 && column.needed()) {
                throw new Unreadable("column", column.name());
            }
            places.add(place);
        }
        return places;
    }

    private static List<String> row(Kind kind, CsvRecord record, List<Integer> places, @Nullable PriceList list) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            var cell = place < 0 || place >= record.getFieldCount() ? "" : record.getField(place).strip();
            var name = kind.columns().get(i).name();
            cells.add(name.equals("price") ? price(cell, Objects.requireNonNull(list)) : cell.substring(0, Math.min(CELL_MAX, cell.length())));
        }
        cells.add(key(kind, cells));
        return cells;
    }

    /** As the import reads it; what is no price stays, to be refused there. */
    private static String price(String cell, PriceList list) {
        return Amounts.read(cell, list.currency()).map(price -> price.decimal().toPlainString()).orElse(cell);
    }

    /** What tells a row from others: the SKU, the SKU at its place, a customer's number, else e-mail, phone, card or name. */
    private static String key(Kind kind, List<String> cells) {
        return switch (kind) {
            case ARTICLES -> cells.getFirst();
            case STOCK -> cells.getFirst() + "@" + cells.get(1).toLowerCase(Locale.ROOT);
            case CUSTOMERS -> Stream.of(1, 2, 3, 4, 0).map(cells::get).filter(cell -> !cell.isEmpty()).findFirst().orElse("").toLowerCase(Locale.ROOT);
        };
    }
}

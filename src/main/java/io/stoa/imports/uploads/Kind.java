package io.stoa.imports.uploads;

import java.util.List;
import java.util.stream.Stream;

/** What the rows of a file are, and its columns. */
public enum Kind {
    ARTICLES(
            new Column("sku", true, "article number", "artikelnummer", "art.-nr.", "first sku", "code"),
            new Column("name", true, "title", "titel", "bezeichnung"),
            new Column("department", true, "category", "abteilung", "kategorie"),
            new Column("brand", false, "marke"),
            new Column("description", false, "beschreibung"),
            new Column("barcode", false, "gtin", "ean", "upc", "strichcode"),
            new Column("tax", false, "steuer"),
            new Column("price", false, "preis")),
    STOCK(
            new Column("sku", true, "article number", "artikelnummer", "art.-nr."),
            new Column("place", true, "location", "ort", "store", "filiale"),
            new Column("pieces", true, "quantity", "stock", "menge", "stück", "bestand")),
    CUSTOMERS(
            new Column("name", true, "full name", "kunde"),
            new Column("number", false, "customer number", "kundennummer"),
            new Column("email", false, "e-mail", "mail"),
            new Column("phone", false, "telephone", "telefon"),
            new Column("card", false, "loyalty card", "kundenkarte"),
            new Column("language", false, "sprache"),
            new Column("street", false, "line1", "straße", "strasse"),
            new Column("city", false, "town", "stadt"),
            new Column("region", false, "state", "bundesland"),
            new Column("postcode", false, "zip", "plz"),
            new Column("country", false, "land"));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker knows only the type.
    private final List<Column> columns;

    Kind(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /** A column by its name, and the others by which it is known. */
    public record Column(String name, boolean needed, List<String> others) {

        Column(String name, boolean needed, String... others) {
            this(name, needed, List.of(others));
        }

        /** In small letters. */
        public List<String> names() {
            return Stream.concat(Stream.of(name), others.stream()).toList();
        }
    }
}

package io.stoa.office.drawers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of drawers as the back office shows it. Amounts are written; {@code off} is null when the count agreed. */
public record DrawersShown(
        List<Row> rows,
        List<Place> places,
        String place,
        String day,
        String csv,
        @Nullable String first,
        @Nullable String next) {

    public DrawersShown {
        rows = List.copyOf(rows);
        places = List.copyOf(places);
    }

    /** A store to choose. */
    public record Place(String id, String name) {}

    /** A drawer; what only its end tells is null while it is open. */
    public record Row(
            String id,
            String place,
            String till,
            String day,
            String opened,
            @Nullable Integer z,
            @Nullable String turnover,
            @Nullable String expected,
            @Nullable String counted,
            @Nullable String off) {

        public String href() {
            return "/office/drawers/" + id;
        }
    }
}

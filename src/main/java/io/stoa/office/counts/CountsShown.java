package io.stoa.office.counts;

import io.stoa.counting.CountSheet;
import io.stoa.office.Listed;
import io.stoa.office.purchasing.PurchasesShown.Choice;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts, the newest first, and the places where another can begin. */
public record CountsShown(
        List<Row> rows, List<Listed.Chip> states, List<Choice> places, String key, @Nullable String first, @Nullable String next) {

    /** A count in words; so many of its articles have a number. */
    public record Row(CountSheet sheet, String place, String begun, int counted) {

        public String href() {
            return "/office/counts/" + sheet.id();
        }
    }

    /** One count with its articles, and how far it is off once that is known. */
    public record One(Row row, List<Piece> pieces, String difference, String worth, boolean needsApproval, String key) {

        /** What has no number yet. */
        public List<Piece> open() {
            return pieces.stream().filter(piece -> !piece.line().hasNumber()).toList();
        }

        /** What has to be counted once more, and why; empty when nothing has. */
        public String again() {
            return pieces.stream().map(piece -> piece.line().again()).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
        }
    }

    /** One article of it; its difference and what that is worth when they are known. */
    public record Piece(String title, CountSheet.Line line, @Nullable String off, @Nullable String worth) {

        public boolean isOff() {
            return Objects.requireNonNullElse(line.difference(), 0) != 0;
        }
    }

    /** What was scanned and waits for its number. */
    public record Scanned(String sku, String title, @Nullable Integer before) {}
}

package io.stoa.office;

import io.stoa.inventory.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transfers, the newest first, and the places that one may choose from. */
public record TransfersShown(
        List<Row> rows,
        List<Listed.Chip> states,
        List<Place> places,
        String key,
        @Nullable String first,
        @Nullable String next) {

    /** A place that keeps stock. */
    public record Place(String id, String name) {}

    /** A transfer in words; {@code missing} is what did not arrive, 0 while nobody has counted. */
    public record Row(
            String id,
            boolean under,
            String from,
            String to,
            List<Piece> goods,
            int pieces,
            int missing,
            String sent,
            @Nullable String received) {

        public String href() {
            return "/office/transfers/" + id;
        }
    }

    /** One article of a transfer. */
    public record Piece(String title, Transfer.Line line) {}
}

package io.stoa.office;

import io.stoa.inventory.Availability;
import io.stoa.inventory.PastMovement;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Stock as the office lists it: every place, one place by SKU, or one SKU by place; {@code csv} is the whole of it as a file. */
public record StockShown(
        String title,
        String topics,
        List<Board.Place> places,
        List<Row> rows,
        Sums sums,
        @Nullable String first,
        @Nullable String next,
        @Nullable String csv) {

    /** The page of one SKU at one place. */
    public static String href(Sku sku, LocationId location) {
        return UriComponentsBuilder.fromPath("/office/stock/row")
                .queryParam("sku", "{sku}")
                .queryParam("location", "{location}")
                .encode()
                .buildAndExpand(sku, location)
                .toUriString();
    }

    /** A row with the name of what it does not share with the others. */
    public record Row(String name, String about, String href, Availability counters) {}

    /** Sums over the rows shown. */
    public record Sums(long onHand, long held, long allocated, long safety, long available) {
        static Sums of(List<Row> rows) {
            return new Sums(
                    rows.stream().mapToLong(row -> row.counters().onHand()).sum(),
                    rows.stream().mapToLong(row -> row.counters().held()).sum(),
                    rows.stream().mapToLong(row -> row.counters().allocated()).sum(),
                    rows.stream().mapToLong(row -> row.counters().safety()).sum(),
                    rows.stream().mapToLong(row -> row.counters().available()).sum());
        }
    }

    /** One row: its counters, and its newest movements. */
    public record One(String title, String place, Availability counters, List<Past> movements, String id) {}

    /** A movement that happened, with its time in words. */
    public record Past(PastMovement movement, String at) {}
}

package io.stoa.register.picking;

import java.util.List;

/**
 * What is to be fetched for the {@code orders} that are being picked, zone by zone as one walks; {@code waiting} orders are not begun
 * yet. Pages listen to the {@code topics}.
 */
public record PickList(List<Zone> zones, List<Order> orders, int pieces, int waiting, String topics) {

    /** A part of the store; what is found nowhere in particular comes last, in a zone without a name. */
    public record Zone(String name, List<Row> rows) {}

    /** So many pieces of an article for these orders, with the label on the shelf, empty where nobody said it. */
    public record Row(String sku, String title, String bin, int pieces, String orders) {}

    /** One that is being picked, and the step that comes when all of it is here. */
    public record Order(String number, String task, boolean collected) {}
}

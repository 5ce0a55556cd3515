package io.stoa.register;

import io.stoa.orders.CartView;
import io.stoa.register.Basket.Way;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.List;

/** The basket in hand: what the till remembers of it, and its cart as it stands now. */
record Open(Sale sale, CartView cart) {

    /** The cart's lines split by how they leave. A cart may have shrunk elsewhere; then less goes home. */
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        for (var line : cart.lines()) {
            int all = line.quantity().units();
            int home = Math.min(all, sale.home(line.sku()));
            add(lines, new Line(line.sku(), Way.TAKE, all - home));
            add(lines, new Line(line.sku(), Way.SEND, home));
        }
        return lines;
    }

    List<Line> lines(Way way) {
        return lines().stream().filter(line -> line.way() == way).toList();
    }

    int pieces(Sku sku, Way way) {
        return lines().stream()
                .filter(line -> line.is(sku, way))
                .mapToInt(Line::pieces)
                .sum();
    }

    private static void add(List<Line> lines, Line line) {
        if (line.pieces() > 0) {
            lines.add(line);
        }
    }

    /** So many pieces of a SKU that leave the same way. A SKU has up to two of them in a basket. */
    record Line(Sku sku, Way way, int pieces) {

        boolean is(Sku other, Way otherWay) {
            return sku.equals(other) && way == otherWay;
        }

        CartView.Line ordered() {
            return new CartView.Line(sku, Quantity.of(pieces));
        }
    }
}

package io.stoa.orders;

import io.stoa.routing.Part.Piece;
import io.stoa.shared.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that moves the counts of order lines; the table's CHECKs repeat every rule. */
@Component
class LineTable {

    private final JdbcClient database;

    /** A line's price and how much of it is still to be handed over. */
    record Open(
            int line,
            String sku,
            int quantity,
            int cancelled,
            int fulfilled,
            int returned,
            long gross,
            long returnedWorth) {

        int open() {
            return quantity - cancelled - fulfilled;
        }

        /** What the next pieces that will not come take off the price: together with what was handed over never more than all. */
        long worthCancelled(int pieces) {
            return worth(quantity - cancelled) - worth(quantity - cancelled - pieces);
        }

        /** What the next pieces to be handed over cost. */
        long worthHandedOver(int pieces) {
            return worth(fulfilled + pieces) - worth(fulfilled);
        }

        /** What the pieces handed over cost, those that came back since among them; in whatever order they and others went. */
        long earned() {
            return worth(fulfilled);
        }

        /** What so many pieces cost, a fraction of a cent left to the customer; all of them cost the price of the line. */
        private long worth(int pieces) {
            return gross * pieces / quantity;
        }

        /** What the next pieces to come back cost: together exactly what those that were handed over did. */
        long worthBack(int pieces) {
            int stillOut = fulfilled - returned;
            return pieces > stillOut ? 0 : (earned() - returnedWorth) * pieces / Math.max(1, stillOut);
        }
    }

    LineTable(JdbcClient database) {
        this.database = database;
    }

    /** Pieces of these lines are cancelled; answers whether all of them still could be. */
    boolean cancel(long order, Collection<Piece> pieces) {
        return move(
                order,
                pieces,
                "cancelled = l.cancelled + p.pieces",
                "l.quantity - l.cancelled - l.fulfilled >= p.pieces");
    }

    boolean fulfil(long order, Collection<Piece> pieces, Instant now) {
        return move(
                order,
                pieces,
                "fulfilled = l.fulfilled + p.pieces, fulfilled_at = '%s'".formatted(now),
                "l.quantity - l.cancelled - l.fulfilled >= p.pieces");
    }

    boolean giveBack(long order, Collection<Piece> pieces) {
        return move(order, pieces, """
                returned = l.returned + p.pieces,
                returned_worth = l.returned_worth
                  + (l.gross * l.fulfilled / l.quantity - l.returned_worth) * p.pieces / (l.fulfilled - l.returned)
                """, "l.fulfilled - l.returned >= p.pieces");
    }

    /** Moves all of the pieces, or none when one line has too few; the order is locked by the caller. */
    private boolean move(long order, Collection<Piece> pieces, String assignment, String guard) {
        var lines = pieces.stream().map(Piece::line).distinct().toList();
        int moved = database.sql("""
                WITH wanted AS (
                  SELECT line, SUM(pieces)::int AS pieces
                    FROM unnest(:lines::int[], :pieces::int[]) AS q (line, pieces) GROUP BY line),
                movable AS (
                  SELECT l.line, p.pieces FROM orders.line l JOIN wanted p ON p.line = l.line
                   WHERE l.order_id = :order AND
                """ + guard + ") UPDATE orders.line l SET " + assignment + """
                  FROM movable p
                 WHERE l.order_id = :order AND l.line = p.line
                   AND (SELECT count(*) FROM movable) = (SELECT count(*) FROM wanted)
                """)
                .param("order", order)
                .param("lines", pieces.stream().map(Piece::line).toArray(Integer[]::new))
                .param("pieces", pieces.stream().map(p -> p.quantity().units()).toArray(Integer[]::new))
                .update();
        return moved == lines.size();
    }

    /**
     * How many pieces of each line have to go so that as many stay as are wanted; lines of which none has to go are left out.
     *
     * @throws Orders.OnlySmaller when the order has no such line, or fewer pieces than wanted already
     */
    Map<Integer, Integer> fewer(long order, Map<Integer, Integer> wanted) {
        var known = of(order).stream().collect(Collectors.toMap(Open::line, line -> line.quantity() - line.cancelled()));
        var fewer = new TreeMap<Integer, Integer>();
        wanted.forEach((line, pieces) -> {
            if (!known.containsKey(line)) {
                throw new Orders.OnlySmaller("The order has no line " + line + ".");
            }
            int less = known.get(line) - pieces;
            if (less < 0 || pieces < 0) {
                throw new Orders.OnlySmaller(
                        "Line %d has %d pieces: an order can only become smaller.".formatted(line, known.get(line)));
            }
            if (less > 0) {
                fewer.put(line, less);
            }
        });
        return fewer;
    }

    /** What these pieces cost, by what one line says of so many of its pieces. */
    Money worth(long order, List<Piece> pieces, Currency currency, ToLongBiFunction<Open, Integer> ofLine) {
        long sum = 0;
        for (var line : of(order)) {
            int wanted = pieces.stream()
                    .filter(piece -> piece.line() == line.line())
                    .mapToInt(piece -> piece.quantity().units())
                    .sum();
            sum += ofLine.applyAsLong(line, wanted);
        }
        return new Money(sum, currency);
    }

    List<Open> of(long order) {
        return database.sql("""
                SELECT line, sku, quantity, cancelled, fulfilled, returned, gross, returned_worth
                  FROM orders.line
                 WHERE order_id = :order
                 ORDER BY line
                """)
                .param("order", order)
                .query((row, n) -> new Open(
                        row.getInt(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getLong(7),
                        row.getLong(8)))
                .list();
    }
}

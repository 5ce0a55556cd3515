package io.stoa.orders;

import io.stoa.routing.Part.Piece;
import io.stoa.shared.Money;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that moves the counts of order lines; the table's CHECKs repeat every rule. */
@Component
class LineTable {

    private final JdbcClient database;

    /** A line's price and how much of it is still to be handed over. */
    record Open(int line, String sku, int quantity, int cancelled, int fulfilled, int returned, long gross) {

        int open() {
            return quantity - cancelled - fulfilled;
        }

        /** Pieces that are cancelled or handed over, whose money is settled. */
        int gone() {
            return cancelled + fulfilled;
        }

        /** What pieces cost when so many of the line went before: fractions of a cent fall to the later ones, none is lost. */
        long worth(int before, int pieces) {
            return gross * (before + pieces) / quantity - gross * before / quantity;
        }
    }

    LineTable(JdbcClient database) {
        this.database = database;
    }

    /** Pieces of these lines are cancelled; answers whether all of them still could be. */
    boolean cancel(long order, Collection<Piece> pieces) {
        return move(order, pieces, "cancelled = l.cancelled + p.pieces", "l.quantity - l.cancelled - l.fulfilled >= p.pieces");
    }

    boolean fulfil(long order, Collection<Piece> pieces) {
        return move(order, pieces, "fulfilled = l.fulfilled + p.pieces", "l.quantity - l.cancelled - l.fulfilled >= p.pieces");
    }

    boolean giveBack(long order, Collection<Piece> pieces) {
        return move(order, pieces, "returned = l.returned + p.pieces", "l.fulfilled - l.returned >= p.pieces");
    }

    private boolean move(long order, Collection<Piece> pieces, String assignment, String guard) {
        var lines = pieces.stream().map(Piece::line).distinct().toList();
        int moved = database.sql("UPDATE orders.line l SET " + assignment + """
                  FROM (SELECT line, SUM(pieces)::int AS pieces
                          FROM unnest(:lines::int[], :pieces::int[]) AS q (line, pieces) GROUP BY line) AS p
                 WHERE l.order_id = :order AND l.line = p.line AND
                """ + guard)
                .param("order", order)
                .param("lines", pieces.stream().map(Piece::line).toArray(Integer[]::new))
                .param("pieces", pieces.stream().map(p -> p.quantity().units()).toArray(Integer[]::new))
                .update();
        return moved == lines.size();
    }

    /** What these pieces cost, given how many of each line went before them. */
    Money worth(long order, List<Piece> pieces, Currency currency, ToIntFunction<Open> before) {
        long sum = 0;
        for (var line : of(order)) {
            int wanted = pieces.stream()
                    .filter(piece -> piece.line() == line.line())
                    .mapToInt(piece -> piece.quantity().units())
                    .sum();
            sum += line.worth(before.applyAsInt(line), wanted);
        }
        return new Money(sum, currency);
    }

    List<Open> of(long order) {
        return database.sql("""
                SELECT line, sku, quantity, cancelled, fulfilled, returned, gross FROM orders.line
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
                        row.getLong(7)))
                .list();
    }
}

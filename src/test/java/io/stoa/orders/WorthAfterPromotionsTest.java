package io.stoa.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.pricing.PriceVectors;
import io.stoa.pricing.PriceVectors.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pieces are worth that come back after promotions: their part of what was agreed for the line, and never a cent more in all. */
class WorthAfterPromotionsTest {

    static List<Vector> all() {
        return PriceVectors.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void piecesThatComeBackAreWorthWhatWasReckonedElsewhere(Vector vector) {
        for (var costs : vector.costs()) {
            int pieces = costs.back().size();
            var worths = new ArrayList<Long>();
            long back = 0;
            for (int returned = 0; returned < pieces; returned++) {
                var line = new LineTable.Open(1, "A", pieces, 0, pieces, returned, costs.gross(), back);
                worths.add(line.worthBack(1));
                back += worths.getLast();
            }
            assertThat(worths).isEqualTo(costs.back());
            assertThat(back).isEqualTo(pieces == 0 ? 0 : costs.gross());
        }
    }
}

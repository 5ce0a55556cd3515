package io.stoa.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.pricing.PriceVectors.Costs;
import io.stoa.pricing.PriceVectors.Took;
import io.stoa.pricing.PriceVectors.Vector;
import io.stoa.shared.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden vectors: what customers pay, reckoned by somebody else. */
class PriceVectorsTest {

    static List<Vector> all() {
        return PriceVectors.all();
    }

    @Test
    void thereAreHundreds() {
        assertThat(all()).hasSizeGreaterThanOrEqualTo(300);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void costsWhatWasReckonedElsewhere(Vector vector) {
        var quote = quoted(vector, vector.request().lines());
        assertThat(costs(quote)).isEqualTo(without(vector.costs()));
        assertThat(took(quote)).containsExactlyInAnyOrderElementsOf(vector.taken());
        assertThat(quote.net().minor()).isEqualTo(sum(vector.costs().stream().map(Costs::net).toList()));
        assertThat(quote.tax().minor()).isEqualTo(sum(vector.costs().stream().map(Costs::tax).toList()));
        assertThat(quote.gross()).isEqualTo(quote.net().plus(quote.tax()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void costsTheSameInAnyOrderOfLines(Vector vector) {
        var random = new Random(vector.shows().hashCode());
        var places = new ArrayList<>(
                IntStream.range(0, vector.costs().size()).boxed().toList());
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(places, random);
            var quote = quoted(vector, places.stream().map(vector.request().lines()::get).toList());
            var expected = places.stream().map(without(vector.costs())::get).toList();
            assertThat(costs(quote)).as("lines %s", places).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(linesOfOneSku(vector) || costs(quote).equals(expected)).as("lines %s", places).isTrue();
            assertThat(took(quote)).containsExactlyInAnyOrderElementsOf(vector.taken());
            assertThat(quote.gross().minor()).isEqualTo(sum(vector.costs().stream().map(Costs::gross).toList()));
        }
    }

    /** What promotions take off goes by goods: each piece on a line of its own loses the same in all. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void promotionsTakeTheSameHoweverTheSkuIsSpreadOverLines(Vector vector) {
        var lines = vector.request().lines().stream()
                .flatMap(line -> line.quantity().units() > 9
                        ? List.of(line).stream()
                        : Collections.nCopies(
                                line.quantity().units(),
                                new PriceRequest.Line(
                                        line.sku(), Quantity.of(1), line.taxCategory(), line.categories(), List.of()))
                                .stream())
                .toList();
        assertThat(took(quoted(vector, lines))).containsExactlyInAnyOrderElementsOf(vector.taken());
    }

    /** Two lines alike may change places: then it is one of them that has the odd cent. */
    private static boolean linesOfOneSku(Vector vector) {
        return vector.request().lines().stream().map(PriceRequest.Line::sku).distinct().count()
                < vector.request().lines().size();
    }

    private static Quote quoted(Vector vector, List<PriceRequest.Line> lines) {
        var asked = vector.request();
        var request = new PriceRequest(asked.currency(), asked.group(), asked.channel(), lines, asked.cuts(), false);
        return (Quote) PriceEngine.quote(request, vector.terms(), vector.promotions(), vector.prices(), PriceVectors.ASKED);
    }

    private static List<Took> took(Quote quote) {
        return quote.taken().stream()
                .filter(one -> one.cut().reason().equals(Cut.PROMOTION))
                .map(one -> new Took(Objects.requireNonNull(one.cut().note()), one.amount().minor()))
                .toList();
    }

    private static List<Costs> costs(Quote quote) {
        return quote.lines().stream()
                .map(line -> new Costs(line.net().minor(), line.tax().minor(), line.gross().minor(), List.of()))
                .toList();
    }

    private static List<Costs> without(List<Costs> costs) {
        return costs.stream()
                .map(line -> new Costs(line.net(), line.tax(), line.gross(), List.of()))
                .toList();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}

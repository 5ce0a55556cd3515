package io.stoa.edits;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.edits.Repricing.Ending;
import io.stoa.edits.Repricing.Way;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepricingTest {

    private static final long MOST = 100_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "PERCENT, 10, ANY, 700, 770", "PERCENT, -10, ANY, 705, 635", "PERCENT, 5, NINETY_NINE, 1000, 1099",
        "PERCENT, 0, NINETY_NINE, 1048, 999", "PERCENT, 0, NINETY_NINE, 1049, 1099", "PERCENT, 0, NINETY_FIVE, 1044, 995",
        "AMOUNT, -2.50, ANY, 700, 450", "AMOUNT, 0.40, WHOLE, 700, 700", "SET, 19.99, ANY, 700, 1999",
        "PERCENT, 0, NINETY_NINE, 20, 99", "PERCENT, 0, WHOLE, 30, 100"
    })
    void aPriceMovesAndEndsAsWished(Way way, BigDecimal value, Ending ending, long before, long after) {
        assertThat(new Repricing(way, value, ending).of(before, Currency.getInstance("USD"), MOST)).contains(after);
    }

    @Test
    void nothingIsGivenAwayAndNoYenGetsCents() {
        var free = new Repricing(Way.PERCENT, new BigDecimal("-100"), Ending.ANY);
        assertThat(free.of(700, Currency.getInstance("USD"), MOST)).isEmpty();
        assertThat(new Repricing(Way.AMOUNT, new BigDecimal("-8"), Ending.ANY).of(700, Currency.getInstance("USD"), MOST)).isEmpty();
        assertThat(new Repricing(Way.AMOUNT, new BigDecimal("1"), Ending.NINETY_NINE).of(700, Currency.getInstance("JPY"), MOST)).contains(701L);
        assertThat(new Repricing(Way.PERCENT, new BigDecimal("900"), Ending.ANY).of(700, Currency.getInstance("USD"), 5000)).isEmpty();
    }
}

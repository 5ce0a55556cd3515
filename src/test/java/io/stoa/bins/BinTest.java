package io.stoa.bins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order in which a store is walked. */
class BinTest {

    @Test
    void numbersGoByTheirWorthAndZonesStayTogether() {
        var walked = Stream.of("A-1", "A-2", "A-10", "a-11", "A-11-3", "B2", "B10", "Cellar 1", "Cellar 12", "12-1", "100-1").map(Bin::new).toList();
        var random = new Random(5);
        var right = List.of("12-1", "100-1", "A-1", "A-2", "A-10", "a-11", "A-11-3", "B2", "B10", "Cellar 1", "Cellar 12");
        for (int round = 0; round < 50; round++) {
            var mixed = new ArrayList<>(walked);
            Collections.shuffle(mixed, random);
            Collections.sort(mixed);
            assertThat(mixed).extracting(Bin::label).isEqualTo(right);
        }
    }

    @Test
    void theZoneIsWhatComesBeforeTheFirstMark() {
        assertThat(List.of("A-12", "A.1", "Cellar 3", "B12", "12-1", "Window", "7"))
                .extracting(label -> new Bin(label).zone())
                .containsExactly("A", "A", "Cellar", "B", "12", "Window", "7");
    }

    @Test
    void aLabelHasOneToTwentyCharacters() {
        assertThat(new Bin("  A-1 ").label()).isEqualTo("A-1");
        assertThatThrownBy(() -> new Bin(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bin("A".repeat(21))).isInstanceOf(IllegalArgumentException.class);
    }
}

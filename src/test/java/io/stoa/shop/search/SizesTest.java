package io.stoa.shop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SizesTest {

    /** How many goods have it changes with each choice; where one looked for it does not. */
    @Test
    void sizesAreInTheirOrderAndAllElseInThatOfTheAlphabet() {
        var choices = List.of(choice("Yellow", 9), choice("XL", 1), choice("Äpfel", 3), choice("10", 2), choice("blue", 1), choice("S", 4), choice("8", 1));

        var inOrder = choices.stream().sorted(Sizes.order(Locale.GERMANY)).map(Shelf.Choice::text);

        assertThat(inOrder).containsExactly("8", "10", "S", "XL", "Äpfel", "blue", "Yellow");
    }

    private static Shelf.Choice choice(String text, long count) {
        return new Shelf.Choice(text, count, "/shop", false);
    }
}

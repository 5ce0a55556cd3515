package io.stoa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @ValueSource(strings = {"73513537", "036000291452", "4006381333931", "10012345678902"})
    void aBarCodeWithTheRightCheckDigitIsTaken(String digits) {
        assertThat(new Gtin(digits).toString()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "73513538",
                "4006381333913",
                "400638133393",
                "40063813339311",
                "400638133393x",
                "٤٠٠٦٣٨١٣٣٣٩٣١"
            })
    void aMistypedBarCodeIsRefused(String digits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Gtin(digits));
        assertThat(Gtin.read(digits)).isEmpty();
    }

    @Test
    void anyOneWrongDigitIsNoticed() {
        var right = "4006381333931";
        for (int i = 0; i < right.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                var typed = right.substring(0, i) + digit + right.substring(i + 1);
                assertThat(Gtin.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }

    @Test
    void aUpcIsTheSameAsTheEanThatAScannerMakesOfIt() {
        assertThat(new Gtin("036000291452").padded()).isEqualTo(new Gtin("0036000291452").padded());
    }
}

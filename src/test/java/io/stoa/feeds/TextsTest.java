package io.stoa.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $1,299.00  | . | 1299.00
            12.5       | . | 12.5
            -3         | . | -3
            (12.50)    | . | -12.50
            -$4.20     | . | -4.20
            1.299,00 € | , | 1299.00
            EUR 0,99   | , | 0.99
            1'000.50   | . | 1000.50
            .5         | . | 0.5
            1 234 567  | . | 1234567
            """)
    void moneyIsReadAsItsWriterMeantIt(String text, char mark, String number) {
        assertThat(Texts.number(text, mark)).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "abc", "1.2.3", "1,23", "12,34.5", "1e9", "(5", "5)", "0x1F", "NaN", "１２", "$", ","})
    void whatIsNotANumberIsRefused(String text) {
        assertThatThrownBy(() -> Texts.number(text, '.')).isInstanceOf(BadRow.class);
    }

    @Test
    void aNumberTooLongForAnyShopIsRefused() {
        assertThatThrownBy(() -> Texts.number("9".repeat(41), '.')).isInstanceOf(BadRow.class);
    }

    @ParameterizedTest
    @CsvSource({
        "iso, 2021-02-04T13:20:22.245676861, 2021-02-04T13:20:22.245676Z",
        "iso, 2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "iso, 2010-12-01T08:26:00+02:00, 2010-12-01T06:26:00Z",
        "iso, 2010-12-01, 2010-12-01T12:00:00Z",
        "M/d/yyyy, 1/13/2016, 2016-01-13T12:00:00Z",
        "dd.MM.yyyy HH:mm, 29.02.2024 23:59, 2024-02-29T23:59:00Z",
    })
    void datesAreReadInTheFormatOfTheMapping(String format, String text, String instant) {
        assertThat(Texts.instant(text, Texts.format(format), ZoneOffset.UTC)).hasToString(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "M/d/yyyy, 13/1/2016",
        "iso, 2023-02-29",
        "M/d/yyyy, 2/30/2016",
        "iso, yesterday",
        "iso, 2021-02-04T25:00:00"
    })
    void daysThatDoNotExistAreRefused(String format, String text) {
        assertThatThrownBy(() -> Texts.instant(text, Texts.format(format), ZoneOffset.UTC))
                .isInstanceOf(BadRow.class);
    }

    @Test
    void aTimeWithoutAnOffsetIsInTheZoneOfTheMapping() {
        assertThat(Texts.instant("2011-07-01 12:00:00", Texts.format("iso"), ZoneId.of("Europe/London")))
                .hasToString("2011-07-01T11:00:00Z");
    }

    @Test
    void aGtinMadeFromANumberChecks() {
        assertThat(Texts.gtin("200", "1")).isEqualTo("2000000000015");
        assertThat(Texts.gtin("40", "0638133393")).isEqualTo("4006381333931");
    }

    @Test
    void namesBecomeSlugsWithoutAccents() {
        assertThat(Texts.slug("São Paulo")).isEqualTo("sao-paulo");
        assertThat(Texts.slug("  gb Dungannon & South Tyrone! ")).isEqualTo("gb-dungannon-south-tyrone");
        assertThat(Texts.slug("Franche-Comté Straße")).isEqualTo("franche-comte-strasse");
    }
}

package io.stoa.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.edits.Sheet.Column;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetTest {

    @Test
    void columnsAreKnownByTheirNamesInAnyOrderAndOthersAreLeftAlone() throws Exception {
        var sheet = read("\uFEFFPreis;Farbe;Artikelnummer;Bezeichnung\r\n1,50;rot;A-1;\"Tasse; groß\"\r\n;;A-2\r\n2;blau;A-1;x\r\n");
        assertThat(sheet.columns()).containsExactly(Column.SKU, Column.NAME, Column.PRICE);
        assertThat(sheet.rows())
                .containsExactly(
                        new Sheet.Row(2, Map.of(Column.SKU, "A-1", Column.NAME, "Tasse; groß", Column.PRICE, "1,50"), false),
                        new Sheet.Row(3, Map.of(Column.SKU, "A-2"), false),
                        new Sheet.Row(4, Map.of(Column.SKU, "A-1", Column.NAME, "x", Column.PRICE, "2"), true));
    }

    @Test
    void lettersOfWindowsAndTabsAreReadToo() throws Exception {
        var sheet = Sheet.read("SKU\tTitle\nA\tGröße".getBytes(Charset.forName("windows-1252")));
        assertThat(sheet.rows().getFirst().cells()).containsEntry(Column.NAME, "Größe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"' '|empty", "SKU,Price|empty", "Price,Name\\n1,x|no-sku", "SKU,Colour\\nA,red|nothing", "PK\u0003\u0004 a workbook|broken"})
    void whatCannotBeReadSaysWhy(String text, String why) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(Sheet.Unreadable.class, refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static Sheet read(String text) throws Exception {
        return Sheet.read(text.getBytes(StandardCharsets.UTF_8));
    }
}

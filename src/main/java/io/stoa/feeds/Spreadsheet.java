package io.stoa.feeds;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as it comes out of a spreadsheet. Commas, semicolons or tabs part the cells, whichever the first line has most of;
 * letters are UTF-8, else those of Windows.
 */
public final class Spreadsheet {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String WORKBOOK = "PK\u0003\u0004";

    private Spreadsheet() {}

    public static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException otherLetters) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Whether it is the spreadsheet itself instead of its table. */
    public static boolean isWorkbook(String text) {
        return text.startsWith(WORKBOOK);
    }

    /** To be closed. */
    public static CsvReader<CsvRecord> read(String text) {
        return CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text);
    }

    private static String separator(String text) {
        var header = text.lines().findFirst().orElse("");
        var best = ",";
        for (var one : List.of(";", "\t")) {
            best = header.split(one, -1).length > header.split(best, -1).length ? one : best;
        }
        return best;
    }
}

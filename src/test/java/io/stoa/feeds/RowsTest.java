package io.stoa.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stoa.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RowsTest {

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        assertThat(read("\uFEFFid,name\n1,Zoë\n", "UTF-8")).containsExactly(Map.of("id", "1", "name", "Zoë"));
    }

    @Test
    void windowsLettersAreReadWhenTheMappingSaysSo() {
        assertThat(read("id;name\r\n1;Müller “&” Söhne €\r\n", "windows-1252", ";"))
                .containsExactly(Map.of("id", "1", "name", "Müller “&” Söhne €"));
    }

    @Test
    void quotedFieldsSpanLinesAndTheNextRowKnowsItsLine() {
        try (var rows = open("a,b\n1,\"x\ny \"\"z\"\"\"\n2,w\n".getBytes(StandardCharsets.UTF_8), feed("UTF-8", ","))) {
            var two = rows.next(10);
            assertThat(two.get(0).get("b")).isEqualTo("x\ny \"z\"");
            assertThat(two.get(0).raw()).isEqualTo("1,\"x\ny \"\"z\"\"\"");
            assertThat(two.get(1).line()).isEqualTo(4);
        }
    }

    @Test
    void rowsWithTooManyOrTooFewFieldsAreRefusedAloneNotWithTheirFile() {
        try (var rows = open("a,b\n1\n1,2,3\n1,2\n".getBytes(StandardCharsets.UTF_8), feed("UTF-8", ","))) {
            var three = rows.next(10);
            assertThat(three).hasSize(3);
            assertThatThrownBy(three.get(0)::check).hasMessage("has 1 fields where the header has 2");
            assertThatThrownBy(three.get(1)::check).isInstanceOf(BadRow.class);
            three.get(2).check();
        }
    }

    @Test
    void bytesThatAreNoTextRefuseTheirRow() {
        try (var rows = open("a\nM\u00fcller\nok\n".getBytes(Charset.forName("windows-1252")), feed("UTF-8", ","))) {
            var two = rows.next(10);
            assertThatThrownBy(two.get(0)::check).hasMessageContaining("damaged");
            two.get(1).check();
        }
    }

    @Test
    void aFieldWithoutEndIsAProblemWithItsFileAndNotOfMemory() {
        var endless = ("a,b\n1,\"" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        try (var rows = open(endless, feed("UTF-8", ","))) {
            assertThatThrownBy(() -> rows.next(10))
                    .isInstanceOf(FeedProblem.class)
                    .hasMessageContaining("some.csv");
        }
    }

    @Test
    void emptyFilesAndDoubleColumnsAreProblems() {
        assertThatThrownBy(() -> read("", "UTF-8"))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a,a\n1,2\n", "UTF-8")).hasMessageContaining("twice");
    }

    @Test
    void packedFilesAreUnpackedOnTheWay() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        var file =
                new Source.SourceFile("x.csv.gz", packed.size(), () -> new ByteArrayInputStream(packed.toByteArray()));
        try (var rows = Rows.open(file, feed("UTF-8", ","))) {
            assertThat(rows.next(5))
                    .singleElement()
                    .extracting(row -> row.get("a"))
                    .isEqualTo("1");
            assertThat(rows.bytesRead()).isEqualTo(packed.size());
        }
    }

    /** The awkward files of csv-spectrum, which come with the JSON that each must give. */
    @Test
    void everyFileOfTheSpectrumIsReadAsItsAuthorsSay() throws IOException {
        var zip = spectrum();
        assumeTrue(
                zip.isPresent(),
                "SKIPPED: csv-spectrum.zip is not here; set STOA_DATA to the folder with the test data");
        try (var files = new ZipFile(zip.get().toFile())) {
            for (var entry : files.stream().filter(RowsTest::comparable).toList()) {
                var expected =
                        files.getEntry(entry.getName().replace("csvs/", "json/").replace(".csv", ".json"));
                var csv = files.getInputStream(entry).readAllBytes();
                var json = Json.MAPPER.readTree(files.getInputStream(expected).readAllBytes());
                assertThat(read(csv, feed("UTF-8", ","))).as(entry.getName()).isEqualTo(rows(json));
            }
        }
    }

    private static Optional<Path> spectrum() {
        return Stream.of(System.getenv().getOrDefault("STOA_DATA", "../shared/data"), "../../shared/data")
                .map(data -> Path.of(data, "robustness", "csv-spectrum.zip"))
                .filter(Files::exists)
                .findFirst();
    }

    // The JSON of one file, location_coordinates, tells of another telephone number than its CSV.
    private static boolean comparable(ZipEntry entry) {
        return entry.getName().endsWith(".csv") && !entry.getName().contains("coordinates");
    }

    private static List<Map<String, String>> rows(JsonNode json) {
        return json.valueStream()
                .map(row -> {
                    var fields = new LinkedHashMap<String, String>();
                    row.properties()
                            .forEach(field -> fields.put(
                                    field.getKey(), field.getValue().asString().strip()));
                    return (Map<String, String>) fields;
                })
                .toList();
    }

    private static List<Map<String, String>> read(String text, String encoding) {
        return read(text, encoding, ",");
    }

    private static List<Map<String, String>> read(String text, String encoding, String separator) {
        return read(text.getBytes(Charset.forName(encoding)), feed(encoding, separator));
    }

    private static List<Map<String, String>> read(byte[] content, Feed feed) {
        try (var rows = open(content, feed)) {
            var all = new ArrayList<Map<String, String>>();
            for (var row : rows.next(1000)) {
                var fields = new LinkedHashMap<String, String>();
                row.columns().keySet().forEach(column -> fields.put(column, row.get(column)));
                all.add(fields);
            }
            return all;
        }
    }

    private static Rows open(byte[] content, Feed feed) {
        return Rows.open(
                new Source.SourceFile("some.csv", content.length, () -> new ByteArrayInputStream(content)), feed);
    }

    private static Feed feed(String encoding, String separator) {
        return Mapping.parse(
                        "{source: test, feeds: [{as: lookup, file: '*.csv', encoding: '%s', separator: '%s'}]}"
                                .formatted(encoding, separator),
                        "test")
                .feeds()
                .getFirst();
    }
}

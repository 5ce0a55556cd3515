package io.stoa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GlossaryTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([^|]+) \\| [^|]+ \\| `([a-z.]+)\\.([A-Za-z]+)` \\|$");

    @Test
    void everyWordNamesATypeThatIsThere() throws IOException {
        var rows = rows();
        assertThat(rows).hasSizeGreaterThan(30);
        for (var row : rows) {
            var matcher = ROW.matcher(row);
            assertThat(matcher.matches()).as(row).isTrue();
            assertThat(Path.of("src/main/java/io/stoa", matcher.group(2).replace('.', '/'), matcher.group(3) + ".java"))
                    .as(row)
                    .exists();
        }
    }

    @Test
    void theWordsAreInTheOrderOfTheAlphabet() throws IOException {
        var words = rows().stream().map(row -> row.substring(2).toLowerCase(java.util.Locale.ROOT)).toList();
        assertThat(words).isNotEmpty().isSorted();
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("GLOSSARY.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| word "))
                .toList();
    }
}

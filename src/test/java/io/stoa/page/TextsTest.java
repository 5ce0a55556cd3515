package io.stoa.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.shared.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern ASKED = Pattern.compile("(?:\\bt|texts\\(\\)\\.get|texts\\.get)\\(\"([a-z0-9.-]*[a-z0-9])\"");
    private static final Pattern COUNTED = Pattern.compile("\\.count\\(\"([a-z0-9.-]*[a-z0-9])\"");

    @Test
    void aNumberChoosesItsPlural() {
        var texts = Texts.in(Locale.UK);

        assertThat(texts.count("page.minutes", 1)).isEqualTo("1 minute");
        assertThat(texts.count("page.minutes", 2)).isEqualTo("2 minutes");
        assertThat(texts.count("shop.stock.in", 0, "Leeds")).isEqualTo("None in Leeds");
        assertThat(texts.count("shop.stock.in", 1200, "Leeds")).isEqualTo("1,200 left in Leeds");
    }

    @Test
    void pricesAndDistancesFollowTheVisitor() {
        assertThat(Texts.in(Locale.GERMANY).money(Money.of(123456, "EUR"))).isEqualTo("1.234,56\u00a0€");
        assertThat(Texts.in(Locale.UK).distance(1.609344 * 22)).isEqualTo("22\u00a0mi");
        assertThat(Texts.in(Locale.GERMANY).distance(0.42)).isEqualTo("0,4\u00a0km");
    }

    @Test
    void lessThanNothingHasAMinusAndNoHyphen() {
        assertThat(Texts.in(Locale.GERMANY).money(Money.of(-2000, "USD"))).isEqualTo("\u221220,00\u00a0$");
        assertThat(Texts.in(Locale.UK).money(Money.of(-2000, "USD"))).isEqualTo("\u2212US$20.00");
        assertThat(Texts.in(Locale.US).money(Money.of(-2000, "USD"))).isEqualTo("\u2212$20.00");
    }

    @Test
    void aMissingKeyShowsItselfInsteadOfFailingThePage() {
        assertThat(Texts.in(Locale.UK).get("shop.no-such-text")).isEqualTo("shop.no-such-text");
        assertThat(Texts.in(Locale.UK).get("nonsense")).isEqualTo("nonsense");
    }

    @Test
    void germanSaysEverythingThatEnglishSays() throws IOException {
        for (var file : files(MESSAGES, "_de.properties")) {
            var english = Path.of(file.toString().replace("_de.properties", ".properties"));
            assertThat(keys(file)).as(file.toString()).isEqualTo(keys(english));
        }
    }

    /** Nothing is escaped in these files: two apostrophes are shown as two. */
    @Test
    void anApostropheStandsOnce() throws IOException {
        for (var file : files(MESSAGES, ".properties")) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("''");
        }
    }

    @Test
    void everyTextThatAPageAsksForIsWritten() throws IOException {
        var written = new TreeSet<String>();
        for (var file : files(MESSAGES, ".properties")) {
            written.addAll(keys(file));
        }
        var sources = new TreeSet<>(files(Path.of("src/main/jte"), ".jte"));
        sources.addAll(files(Path.of("src/main/java/io/stoa"), ".java"));
        for (var source : sources) {
            var text = Files.readString(source);
            assertThat(written).as(source.toString()).containsAll(found(ASKED, text));
            assertThat(written)
                    .as(source.toString())
                    .containsAll(found(COUNTED, text).stream()
                            .map(key -> key + ".other")
                            .toList());
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }

    private static Set<Path> files(Path folder, String ending) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending)).collect(Collectors.toSet());
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames();
    }
}

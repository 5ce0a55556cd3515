package io.stoa.office.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.feeds.Feed;
import io.stoa.feeds.Mapping;
import io.stoa.feeds.Why;
import io.stoa.imports.account.Refused;
import io.stoa.imports.uploads.Kind;
import io.stoa.imports.uploads.Upload;
import io.stoa.page.Texts;
import io.stoa.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusedRowsTest {

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsInBothLanguages(Why why) {
        var refused = new Refused(why, "", 1);
        assertThat(said("en", "a sentence", refused)).isNotEqualTo("a sentence").doesNotStartWith("imports.");
        assertThat(said("de", "a sentence", refused)).isNotEqualTo(said("en", "a sentence", refused));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyColumnOfAFileIsCalledAsItsReaderKnowsIt(Kind kind) throws IOException {
        var yaml = Files.readString(Path.of("src/main/resources/imports/uploads", kind.name().toLowerCase(Locale.ROOT) + ".yaml")).replace("{digest}", "any");
        var columns = new TreeSet<String>();
        Mapping.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), kind.name()).feeds().stream().map(Feed::fields).forEach(fields -> columns.addAll(fields.keySet()));
        assertThat(columns).isNotEmpty().allSatisfy(column ->
                assertThat(said("de", "", new Refused(Why.MISSING, column, 1))).endsWith(": dort steht nichts").doesNotStartWith("imports."));
    }

    @Test
    void whatWasCountedBeforeReasonsHadCodesKeepsItsSentence() {
        var old = Json.read("{\"read\":4,\"taken\":1,\"rejected\":3,\"passed\":0,\"reasons\":{\"name is missing\":3}}", Upload.Outcome.class);
        assertThat(RefusedRows.in(Texts.in(Locale.GERMAN), old.reasons())).isEqualTo(List.of(new RefusedRows("name is missing", true, 3)));
        var now = new Upload.Outcome(4, 1, 3, 0, Map.of("name is missing", new Refused(Why.MISSING, "name", 3)));
        assertThat(Json.read(Json.write(now), Upload.Outcome.class)).isEqualTo(now);
    }

    @Test
    void reasonsThatReadTheSameAreOneLine() {
        var reasons = Map.of(
                "has 1 fields where the header has 3", new Refused(Why.CELLS, "", 2), "has 2 fields where the header has 3", new Refused(Why.CELLS, "", 5));
        assertThat(RefusedRows.in(Texts.in(Locale.ENGLISH), reasons)).singleElement().extracting(RefusedRows::rows).isEqualTo(7L);
    }

    private static String said(String language, String sentence, Refused refused) {
        return RefusedRows.in(Texts.in(Locale.of(language)), Map.of(sentence, refused)).getFirst().why();
    }
}

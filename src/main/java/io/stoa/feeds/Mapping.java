package io.stoa.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the files of one source are read: a YAML file (JSON is YAML, too) as {@code docs/import.md} describes. Unknown words
 * in it are refused, because a misspelt option would be ignored in silence.
 *
 * @param source short name of the source; begins every external id, so that two sources never meet
 * @param settings what the importer itself needs to know, such as the price list
 * @param digest a fingerprint of the text
 */
public record Mapping(
        String source,
        Map<String, String> settings,
        List<Feed> feeds,
        @Nullable String digest) {

    private static final int SIZE_MAX = 1_000_000;
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public Mapping {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        feeds = List.copyOf(feeds);
        if (!source.matches("[a-z0-9][a-z0-9-]{0,29}")) {
            throw new FeedProblem("source is 1 to 30 of a-z, 0-9 and -");
        }
    }

    public static Mapping read(Path file) {
        try {
            if (Files.size(file) > SIZE_MAX) {
                throw new FeedProblem(file + " is too long for a mapping");
            }
            return parse(Files.readString(file), file.toString());
        } catch (IOException unreadable) {
            throw new FeedProblem("Cannot read the mapping " + file, unreadable);
        }
    }

    public static Mapping read(InputStream stream, String name) {
        try (stream) {
            return parse(new String(stream.readNBytes(SIZE_MAX), StandardCharsets.UTF_8), name);
        } catch (IOException unreadable) {
            throw new FeedProblem("Cannot read the mapping " + name, unreadable);
        }
    }

    static Mapping parse(String text, String name) {
        try {
            var tree = new Yaml(new SafeConstructor(new LoaderOptions())).<@Nullable Object>load(text);
            var mapping = STRICT.convertValue(tree, Mapping.class);
            if (mapping == null) {
                throw new FeedProblem(name + " is empty");
            }
            return new Mapping(mapping.source, mapping.settings, mapping.feeds, Digests.of(text));
        } catch (YAMLException | JacksonException | NullPointerException | IllegalArgumentException wrong) {
            throw new FeedProblem(name + " is not a mapping: " + wrong.getMessage(), wrong);
        }
    }
}

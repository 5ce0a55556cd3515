package io.stoa.http.reference;

import io.stoa.shared.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/** The API as its page shows it: every operation of the document, in the order of its groups. */
public record Reference(List<Group> groups, List<Rule> rules) {

    /** A sentence that holds for all of it, and the words it begins with. */
    public record Rule(String name, String text) {

        static Rule of(String line) {
            var plain = line.replace("`", "");
            int end = plain.indexOf("**", 2);
            return end < 0 ? new Rule("", plain) : new Rule(plain.substring(2, end), plain.substring(end + 2));
        }
    }

    static Reference of(JsonNode document) {
        var reader = new Reader(document, new Schemas(document));
        return new Reference(
                reader.groups(),
                document.path("info")
                        .path("description")
                        .asString("")
                        .lines()
                        .map(Rule::of)
                        .toList());
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.operations().size()).sum();
    }

    /** What holds all of these words. */
    Reference matching(String words) {
        return new Reference(
                groups.stream()
                        .map(group -> new Group(
                                group.name(),
                                group.operations().stream()
                                        .filter(one -> one.matches(words))
                                        .toList()))
                        .filter(group -> !group.operations().isEmpty())
                        .toList(),
                rules);
    }

    private static final ObjectWriter PRETTY = Json.MAPPER
            .writer()
            .with(new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER)));

    private record Reader(JsonNode document, Schemas schemas) {

        List<Group> groups() {
            var found = new LinkedHashMap<String, List<Operation>>();
            document.path("tags").forEach(tag -> found.put(tag.path("name").asString(), new ArrayList<>()));
            document.path("paths").properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .flatMap(path -> path.getValue().properties().stream()
                            .map(one -> operation(path.getKey(), one.getKey(), one.getValue())))
                    .forEach(one -> found.computeIfAbsent(one.group(), name -> new ArrayList<>())
                            .add(one));
            return found.entrySet().stream()
                    .map(group -> new Group(group.getKey(), List.copyOf(group.getValue())))
                    .filter(group -> !group.operations().isEmpty())
                    .toList();
        }

        private Operation operation(String path, String method, JsonNode one) {
            var body = one.path("requestBody")
                    .path("content")
                    .path("application/json")
                    .path("schema");
            return new Operation(
                    (method + path.replace("/api/v1", ""))
                            .replaceAll("[{}]", "")
                            .replace('/', '-'),
                    one.path("tags").path(0).asString("Others"),
                    method.toUpperCase(Locale.ROOT),
                    path,
                    one.path("summary").asString(""),
                    one.path("description").asString(""),
                    texts(one.path("x-allowed")),
                    parameters(one),
                    body.isMissingNode() ? List.of() : schemas.fields(body),
                    body.isMissingNode() ? "" : written(schemas.example(body, "")),
                    answers(one.path("responses")),
                    call(path, one.path("parameters")));
        }

        private List<Field> parameters(JsonNode one) {
            return stream(one.path("parameters"))
                    .map(parameter -> new Field(
                            parameter.path("name").asString(),
                            parameter.path("in").asString(),
                            schemas.word(parameter.path("schema")),
                            parameter.path("required").asBoolean(false),
                            described(parameter)))
                    .toList();
        }

        private static String described(JsonNode parameter) {
            var standard = parameter.path("schema").path("default");
            var text = parameter.path("description").asString("");
            return standard.isMissingNode() || standard.asString("").isEmpty()
                    ? text
                    : (text.isEmpty() ? "" : text + "; ") + standard.asString() + " unless said";
        }

        private List<Answer> answers(JsonNode responses) {
            return responses.properties().stream()
                    .map(answer -> new Answer(answer.getKey(), wordsOf(answer), example(answer.getValue())))
                    .toList();
        }

        private static String wordsOf(Map.Entry<String, JsonNode> answer) {
            var words = answer.getValue().path("description").asString("");
            return switch (words) {
                case "OK", "Created" -> "Done";
                case "No Content" -> "Done, nothing to say";
                default -> words;
            };
        }

        private String example(JsonNode answer) {
            var schema = stream(answer.path("content")).findFirst().map(type -> type.path("schema"));
            return schema.map(type -> written(schemas.example(type, ""))).orElse("");
        }

        private String call(String path, JsonNode parameters) {
            var address = path;
            var query = new ArrayList<String>();
            for (var parameter : parameters) {
                var name = parameter.path("name").asString();
                var value = String.valueOf(schemas.example(parameter.path("schema"), name));
                address = address.replace("{" + name + "}", sample(path, name, value));
                if (parameter.path("in").asString().equals("query")
                        && parameter.path("required").asBoolean(false)) {
                    query.add(name + "=" + value.replaceAll("[\\[\\]]", ""));
                }
            }
            return address + (query.isEmpty() ? "" : "?" + String.join("&", query));
        }

        /** A number means another thing on every path; places are called by name. */
        private static String sample(String path, String name, String value) {
            return name.equals("id") ? (path.contains("/locations/") ? "berlin" : "100482") : value;
        }

        private static String written(@Nullable Object example) {
            return example == null ? "" : PRETTY.writeValueAsString(example);
        }

        private static List<String> texts(JsonNode list) {
            return stream(list).map(JsonNode::asString).collect(Collectors.toList());
        }

        private static Stream<JsonNode> stream(JsonNode list) {
            return StreamSupport.stream(list.spliterator(), false);
        }
    }
}

package io.stoa.http.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The types of the document: their fields in a flat list, and an example of each. */
final class Schemas {

    private static final int DEPTH_MAX = 6;
    private static final int FIELDS_MAX = 80;
    private static final String REFERENCE = "$ref";

    private final JsonNode all;

    Schemas(JsonNode document) {
        this.all = document.path("components").path("schemas");
    }

    /** A value of this type, of maps, lists, texts and numbers; null where it has nothing in it. */
    @Nullable
    Object example(JsonNode schema, String name) {
        return example(schema, name, 0);
    }

    private @Nullable Object example(JsonNode schema, String name, int depth) {
        var one = resolved(schema);
        if (one.has("example")) {
            return one.get("example");
        }
        if (one.path("enum").isArray()) {
            return one.get("enum").get(0).asString();
        }
        return switch (type(one)) {
            case "object" -> depth > DEPTH_MAX ? Map.of() : object(schema, one, name, depth);
            case "array" -> depth > DEPTH_MAX ? List.of() : listOf(example(one.path("items"), name, depth + 1));
            case "integer" -> Samples.of(name, 1) instanceof Number number ? number : 1;
            case "number" -> Samples.of(name, 1.5);
            case "boolean" -> true;
            default -> text(one, name);
        };
    }

    private static List<?> listOf(@Nullable Object one) {
        return one == null ? List.of() : List.of(one);
    }

    private static Object text(JsonNode one, String name) {
        return one.path("format").asString("").equals("date-time")
                ? "2026-03-02T09:12:04Z"
                : Samples.of(name, name.isEmpty() ? "text" : "a " + words(name)).toString();
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private Object object(JsonNode schema, JsonNode one, String name, int depth) {
        var entries = one.path("additionalProperties");
        if (entries.isObject()) {
            return Map.of(Samples.key(name), Objects.requireNonNullElse(example(entries, name, depth + 1), ""));
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        kind(schema).ifPresent(kind -> object.put("type", kind));
        properties(one).forEach((field, type) -> object.putIfAbsent(field, example(type, field, depth + 1)));
        return object;
    }

    /** The word by which this one of several kinds is told from the others. */
    private Optional<String> kind(JsonNode schema) {
        var chosen = schema.has("oneOf") ? schema.get("oneOf").get(0) : schema;
        var reference = chosen.path(REFERENCE).asString("");
        return StreamSupport.stream(all.spliterator(), false)
                .flatMap(type -> type.path("discriminator").path("mapping").properties().stream())
                .filter(kind -> kind.getValue().asString().equals(reference))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Every field of a body, those of its parts after it. */
    List<Field> fields(JsonNode schema) {
        var fields = new ArrayList<Field>();
        collect(schema, "", 0, fields);
        return fields;
    }

    private void collect(JsonNode schema, String way, int depth, List<Field> fields) {
        var one = resolved(schema);
        if (type(one).equals("array")) {
            collect(one.path("items"), way + "[]", depth + 1, fields);
        }
        if (depth > DEPTH_MAX) {
            return;
        }
        var required = required(one);
        properties(one).forEach((name, type) -> {
            var path = way.isEmpty() ? name : way + "." + name;
            if (fields.size() < FIELDS_MAX) {
                fields.add(new Field(path, "body", word(type), required.contains(name), description(type)));
                collect(type, path, depth + 1, fields);
            }
        });
    }

    private static String description(JsonNode type) {
        return type.path("description").asString("");
    }

    /** What a type is called by a reader, such as {@code list of text} or {@code CARD, CASH or LATER}. */
    String word(JsonNode schema) {
        if (schema.has("oneOf")) {
            return StreamSupport.stream(schema.get("oneOf").spliterator(), false)
                    .map(this::kind)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        }
        var one = resolved(schema);
        if (one.path("enum").isArray()) {
            return StreamSupport.stream(one.get("enum").spliterator(), false)
                    .map(JsonNode::asString)
                    .collect(Collectors.joining(", "));
        }
        return switch (type(one)) {
            case "array" -> "list of " + word(one.path("items"));
            case "integer" -> "whole number";
            case "string" -> one.path("format").asString("").equals("date-time") ? "time" : "text";
            case "boolean" -> "true or false";
            case "object" ->
                one.path("additionalProperties").isObject()
                        ? "map to " + word(one.get("additionalProperties"))
                        : "object";
            default -> type(one);
        };
    }

    private JsonNode resolved(JsonNode schema) {
        var one = schema.has("oneOf") ? schema.get("oneOf").get(0) : schema;
        return one.has(REFERENCE) ? all.path(one.get(REFERENCE).asString().replaceFirst(".*/", "")) : one;
    }

    private Map<String, JsonNode> properties(JsonNode schema) {
        var found = new LinkedHashMap<String, JsonNode>();
        schema.path("allOf").forEach(part -> found.putAll(properties(resolved(part))));
        schema.path("properties").properties().forEach(entry -> found.put(entry.getKey(), entry.getValue()));
        return found;
    }

    private List<String> required(JsonNode schema) {
        var found = new ArrayList<String>();
        schema.path("allOf").forEach(part -> found.addAll(required(resolved(part))));
        schema.path("required").forEach(name -> found.add(name.asString()));
        return found;
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        var word = type.isArray() ? type.get(0).asString() : type.asString("");
        return word.isEmpty() ? (schema.has("allOf") || schema.has("properties") ? "object" : "string") : word;
    }
}

package io.stoa.http;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in a sentence what is wrong with a JSON body, and at which field. */
final class MalformedJson {

    private static final int CHOICES_MAX = 30;

    private MalformedJson() {}

    static ProblemDetail problem(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException limit ->
                Problems.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The JSON is nested too deeply, or a text or number in it is too long. Send less in one request.",
                        Map.of());
            case StreamReadException syntax -> syntax(syntax);
            default -> Problems.malformed("invalid-value", sentence(failure), Map.of("field", field(failure)));
        };
    }

    private static ProblemDetail syntax(StreamReadException failure) {
        var at = failure.getLocation();
        var where = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
        return Problems.malformed("invalid-json", "The body is not valid JSON" + where + ". Correct it there.", Map.of());
    }

    private static String sentence(JacksonException failure) {
        var ours = Blame.sentence(failure);
        if (ours.isPresent()) {
            return ours.get();
        }
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                "There is no field of this name here. Known are: " + known(unknown) + ".";
            case InvalidFormatException wrong when wrong.getTargetType().isEnum() ->
                "Choose one of " + choices(wrong.getTargetType()) + ".";
            case MismatchedInputException wrong -> "Send " + expected(wrong.getTargetType()) + " here.";
            default -> "This value cannot be used here. Look it up in /api.";
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .limit(CHOICES_MAX)
                .collect(Collectors.joining(", "));
    }

    static String choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(String::valueOf)
                .limit(CHOICES_MAX)
                .collect(Collectors.joining(", "));
    }

    /** What to send for a parameter or field of this type, in words. */
    static String expected(@org.jspecify.annotations.Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isEnum()) {
            return "one of " + choices(type);
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "a text";
        }
        if (type.isArray() || Iterable.class.isAssignableFrom(type)) {
            return "a list";
        }
        if (type.getName().startsWith("java.time.")) {
            return "a date or time as in ISO 8601";
        }
        return type == java.util.Currency.class ? "a currency such as EUR" : "a complete value as described in /api";
    }

    private static String field(JacksonException failure) {
        var path = new StringBuilder();
        for (var reference : failure.getPath()) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}

package io.stoa.http.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that the API does.
 *
 * @param id its name within the page's address
 * @param allowed who may: roles in small letters, {@code customers}, {@code everyone}, or {@code staff} for every member of it
 * @param body an example of what is sent, empty where nothing is
 * @param call what goes to the server after its address
 */
public record Operation(
        String id,
        String group,
        String method,
        String path,
        String summary,
        String text,
        List<String> allowed,
        List<Field> parameters,
        List<Field> fields,
        String body,
        List<Answer> answers,
        String call) {

    /** A line for a shell that has the token in {@code TOKEN}. */
    public String curl(String origin) {
        var parts = Stream.of(
                        Stream.of("curl " + (method.equals("GET") ? "" : "-X " + method + " ") + quoted(origin + call)),
                        Stream.of("-H \"Authorization: Bearer $TOKEN\""),
                        parameters.stream()
                                .filter(field -> field.where().equals("header") && field.required())
                                .map(field -> "-H "
                                        + quoted(field.name() + ": " + Samples.of(field.name(), "a-key-of-yours"))),
                        body.isEmpty()
                                ? Stream.<String>of()
                                : Stream.of("-H 'Content-Type: application/json'", "-d " + quoted(body)))
                .flatMap(part -> part);
        return parts.collect(Collectors.joining(" \\\n  "));
    }

    /** All that it may be found by, in small letters. */
    public String words() {
        var headers = parameters.stream().map(Field::name).collect(Collectors.joining(" "));
        return String.join(" ", group, method, path, summary, text, headers).toLowerCase(Locale.ROOT);
    }

    boolean matches(String wanted) {
        return Arrays.stream(wanted.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(words()::contains);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}

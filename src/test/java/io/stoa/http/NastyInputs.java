package io.stoa.http;

import io.stoa.shared.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/** Texts and JSON bodies that have broken programs before: our own, and public collections where they are at hand. */
final class NastyInputs {

    private static final List<String> OWN_TEXTS = List.of(
            "",
            " ",
            "\0",
            "null",
            "undefined",
            "-1",
            "0",
            "9223372036854775808",
            "1e309",
            "NaN",
            "' OR 1=1 --",
            "\"; DROP TABLE x; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "%s%n",
            "${7*7}",
            "\uD800",
            "\uFEFF",
            "\u202Egnp",
            "🏳️‍🌈",
            "a".repeat(5000),
            "\r\nSet-Cookie: x=1",
            "{",
            "[]",
            "true");

    private static final List<String> OWN_BODIES = List.of(
            "",
            "{",
            "[]",
            "null",
            "0",
            "\"x\"",
            "{\"a\":1,\"a\":2}",
            "{} {}",
            "[".repeat(10_000),
            "{\"a\":".repeat(1000),
            "1".repeat(5000),
            "{\"a\":1e999999999}",
            "\uFEFF{}",
            "{\"\\u0000\":\"\\u0000\"}",
            "{\"a\":\"\\ud800\"}",
            "<a/>");

    private NastyInputs() {}

    static List<String> texts() {
        var all = new ArrayList<>(OWN_TEXTS);
        var collection = folder().resolve("blns.json");
        if (Files.exists(collection)) {
            all.addAll(List.of(Json.read(read(collection), String[].class)));
        } else {
            skipped(collection);
        }
        return all;
    }

    static List<byte[]> bodies() {
        var all = new ArrayList<byte[]>();
        OWN_BODIES.forEach(body -> all.add(body.getBytes(StandardCharsets.UTF_8)));
        var collection = folder().resolve("json-test-suite.zip");
        if (Files.exists(collection)) {
            all.addAll(unzipped(collection));
        } else {
            skipped(collection);
        }
        return all;
    }

    private static Path folder() {
        var data = System.getenv("STOA_DATA");
        return Path.of(data == null ? "../shared/data" : data, "robustness");
    }

    private static void skipped(Path missing) {
        System.out.println("SKIPPED: " + missing + " is not there; only our own bad inputs are tried");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
    }

    private static List<byte[]> unzipped(Path file) {
        var all = new ArrayList<byte[]>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().filter(each -> !each.isDirectory()).toList()) {
                all.add(zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + file, unreadable);
        }
        return all;
    }
}

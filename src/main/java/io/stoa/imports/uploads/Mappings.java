package io.stoa.imports.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** How the rows of a kind are read: one of {@code imports/uploads/*.yaml}, with what is only known of this file. */
final class Mappings {

    private Mappings() {}

    /** @param digest tells this content from others: the same again is the same source, of which everything is there already */
    static String of(Brought brought, String digest) {
        var list = brought.list();
        var text = read(brought.kind()).replace("{digest}", digest).replace("{language}", brought.language());
        return list == null ? text : text.replace("{list}", list.id().value())
                .replace("{currency}", list.currency().getCurrencyCode())
                .replace("{taxIncluded}", String.valueOf(list.taxIncluded()));
    }

    static String fileName(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT) + ".csv";
    }

    private static String read(Kind kind) {
        var name = "/imports/uploads/" + kind.name().toLowerCase(Locale.ROOT) + ".yaml";
        try (var stream = Objects.requireNonNull(Mappings.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

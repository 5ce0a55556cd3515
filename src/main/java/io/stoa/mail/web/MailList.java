package io.stoa.mail.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the outbox, and how it stands with the server. */
public record MailList(
        String server,
        String tone,
        boolean addressKnown,
        List<Chip> chips,
        String to,
        @Nullable String state,
        List<Row> rows,
        boolean filtered,
        @Nullable String first,
        @Nullable String next) {

    public record Chip(String text, String href, boolean on) {}

    public record Row(
            String href,
            String subject,
            String to,
            String state,
            String tone,
            @Nullable String cause,
            String written) {}
}

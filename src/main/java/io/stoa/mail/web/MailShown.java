package io.stoa.mail.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One message of the outbox. */
public record MailShown(
        long id,
        String href,
        String subject,
        String state,
        String tone,
        List<Fact> facts,
        boolean covered,
        boolean resendable,
        String said) {

    public record Fact(String label, String text, @Nullable String href) {}
}

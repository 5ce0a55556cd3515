package io.stoa.register.receipts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The field for sending a receipt: one {@code press} of its button is one message, however often it arrives here. */
public record Sending(String press, String email, @Nullable String problem, @Nullable String sent) {

    public static Sending to(String email) {
        return new Sending(UUID.randomUUID().toString(), email, null, null);
    }

    static Sending refused(String email, String problem) {
        return new Sending(UUID.randomUUID().toString(), email, problem, null);
    }

    static Sending done(String email) {
        return new Sending(UUID.randomUUID().toString(), "", null, email);
    }
}

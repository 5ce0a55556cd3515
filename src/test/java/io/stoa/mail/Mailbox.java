package io.stoa.mail;

import static org.awaitility.Awaitility.await;

import io.stoa.secrets.HomeKey;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a reader of the outbox finds in their mailbox, secrets too. */
public record Mailbox(JdbcClient database, HomeKey key) {

    /** The code or link of the newest message of a kind, as soon as there are so many of it. */
    public String secret(String address, String kind, int count) {
        var all = await().atMost(Duration.ofSeconds(10)).until(() -> secrets(address, kind), found -> found.size() == count);
        return key.open(all.getFirst());
    }

    /** What kinds of message there are, oldest first. */
    public List<String> kinds(String address) {
        return database.sql("SELECT kind FROM mail.message WHERE recipient = :address ORDER BY id")
                .param("address", address)
                .query((row, number) -> row.getString("kind"))
                .list();
    }

    private List<String> secrets(String address, String kind) {
        return database.sql("SELECT secret FROM mail.message WHERE recipient = :address AND kind = :kind ORDER BY id DESC")
                .param("address", address)
                .param("kind", kind)
                .query((row, number) -> row.getString("secret"))
                .list();
    }
}

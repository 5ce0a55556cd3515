package io.stoa.mail;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.HomeKey;
import io.stoa.secrets.Secrets;
import io.stoa.shared.Ids;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes to customers, and knows what became of each message. Thread-safe. */
@Component
public class Mail {

    private static final int NAME_CHARACTERS = 16;
    private static final String HIDDEN = "••••••";

    private final OutboxTable outbox;
    private final Rendering rendering;
    private final Postbox postbox;
    private final HomeKey key;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;
    private final boolean demo;

    Mail(
            OutboxTable outbox,
            Rendering rendering,
            Postbox postbox,
            HomeKey key,
            EventLog log,
            Ids ids,
            Clock clock,
            @Value("${stoa.demo:false}") boolean demo) {
        this.outbox = outbox;
        this.rendering = rendering;
        this.postbox = postbox;
        this.key = key;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.demo = demo;
    }

    /** Puts a message into the outbox, in the caller's transaction. False when one of this key was written before. */
    @CanIgnoreReturnValue
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(Letter letter) {
        long id = ids.next();
        var messageId = "<" + id + "." + Secrets.random(NAME_CHARACTERS) + "@" + postbox.domain() + ">";
        var sealed = letter.secret() == null ? null : key.seal(letter.secret());
        boolean fresh = outbox.insert(id, messageId, letter, rendering.of(letter), sealed, clock.instant());
        if (fresh) {
            log.append(new NewEvent(
                    MessageChanged.WRITTEN,
                    "mail:" + id,
                    1,
                    letter.customer(),
                    letter.order(),
                    Touchpoint.SYSTEM,
                    new MessageChanged(id, letter.kind(), 0)));
        }
        return fresh;
    }

    /** Newest first; of all receivers, or of those whose address begins like this. */
    public Page<Message> list(@Nullable MessageState state, String to, @Nullable Long before, int size) {
        int limit = Page.clamp(size);
        return Page.of(
                outbox.list(state, to, before == null ? Long.MAX_VALUE : before, limit + 1),
                limit,
                message -> String.valueOf(message.id()));
    }

    public Optional<Message> find(long id) {
        return outbox.find(id);
    }

    /** As its reader sees it, as HTML; what is only for the reader is covered, but in a demo, which sends nothing. */
    public Optional<String> shown(long id) {
        return outbox.written(id).map(written -> {
            var secret = demo && written.sealed() != null ? key.open(written.sealed()) : HIDDEN;
            return written.body().with(secret).html();
        });
    }

    /** Tries one again that failed, or sends it once more; false when it waits already, or is of no use any more. */
    @Transactional
    public boolean again(long id, Touchpoint touchpoint) {
        boolean queued = outbox.again(id, clock.instant());
        if (queued) {
            var kind = outbox.find(id).orElseThrow().kind();
            log.append(NewEvent.of(
                    MessageChanged.WRITTEN, "mail:" + id, clock.millis(), touchpoint, new MessageChanged(id, kind, 0)));
        }
        return queued;
    }

    /** How many wait, and how many came to nothing. */
    public Map<MessageState, Long> open() {
        return outbox.open();
    }

    /** Whether, and how well, there is talking to a server. */
    public Postbox.State server() {
        return postbox.state();
    }
}

package io.stoa.sms;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.secrets.HomeKey;
import io.stoa.shared.Ids;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes text messages to customers, and knows what became of each. Thread-safe. */
@Component
public class Sms {

    private static final String HIDDEN = "••••••";

    private final SmsTable table;
    private final Line line;
    private final HomeKey key;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;
    private final boolean demo;

    Sms(SmsTable table, Line line, HomeKey key, EventLog log, Ids ids, Clock clock, @Value("${stoa.demo:false}") boolean demo) {
        this.table = table;
        this.line = line;
        this.key = key;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.demo = demo;
    }

    /** Puts a message into the outbox, in the caller's transaction. False when one of this key was written before. */
    @CanIgnoreReturnValue
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(Text text) {
        long id = ids.next();
        boolean fresh = table.insert(id, text, key.seal(text.secret()), clock.instant());
        if (fresh) {
            var facts = new SmsChanged(id, text.kind(), 0);
            log.append(new NewEvent(SmsChanged.WRITTEN, "sms:" + id, 1, text.customer(), null, Touchpoint.SYSTEM, facts));
        }
        return fresh;
    }

    /** Whether a message would reach anybody: a carrier is set, or it is read in the back office of a demo. */
    public boolean isOffered() {
        return demo || line.isSet();
    }

    /** Whether messages lie in the back office of a demo and go nowhere. */
    public boolean isShownOnly() {
        return demo && !line.isSet();
    }

    /** The carrier's name, or what stands in the way; empty when none is set. */
    public String carrier() {
        return line.words();
    }

    /** Newest first; what is only for the reader is covered, but in a demo. */
    public Page<SentText> list(@Nullable Long before, int size) {
        int limit = Page.clamp(size);
        var all = table.list(before == null ? Long.MAX_VALUE : before, limit + 1).stream().map(this::shown).toList();
        return Page.of(all, limit, text -> String.valueOf(text.id()));
    }

    private SentText shown(SmsTable.Kept kept) {
        var text = kept.text();
        var secret = demo && kept.sealed() != null ? key.open(kept.sealed()) : HIDDEN;
        var words = text.words().replace(Text.MARK, secret);
        return new SentText(
                text.id(), text.kind(), text.to(), words, text.state(), text.attempts(), text.cause(), text.writtenAt());
    }
}

package io.stoa.events;

import io.stoa.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who did what and when, from the log itself: nothing is written for it besides. Each answer is a few look-ups by index. */
@Component
public class Audit {

    private static final int EXPORTED_AT_ONCE = 1_000;

    private final AuditTable table;

    Audit(AuditTable table) {
        this.table = table;
    }

    /** The next of a page is the number to ask before. */
    public Page<Event> list(AuditQuery query) {
        int size = Page.clamp(query.size());
        return Page.of(table.list(query.page(query.before(), size + 1)), size, event -> String.valueOf(event.seq()));
    }

    /** Hands over up to that many, newest first, a thousand at a time. */
    public void export(AuditQuery query, int limit, Consumer<List<Event>> to) {
        var before = query.before();
        for (int told = 0; told < limit; told += EXPORTED_AT_ONCE) {
            var events = table.list(query.page(before, Math.min(EXPORTED_AT_ONCE, limit - told)));
            if (events.isEmpty()) {
                return;
            }
            to.accept(events);
            before = events.getLast().seq();
        }
    }

    /** What anybody did to any of these, newest first. */
    public List<Event> of(Collection<String> keys, int limit) {
        return table.of(keys, limit);
    }

    public Optional<Event> find(long seq) {
        return table.find(seq);
    }

    /** What was told of the same key in the same way before that: its values are those that changed. */
    public Optional<Event> before(Event event) {
        return table.before(event);
    }

    /** The kinds of what the staff did, by name. */
    public List<String> kinds() {
        return table.kinds();
    }
}

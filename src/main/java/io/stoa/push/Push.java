package io.stoa.push;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.shared.Ids;
import io.stoa.shared.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who wants to hear of what on their screen, and telling them. Thread-safe. */
@Component
public class Push {

    /** After that a message is not worth showing any more. */
    static final Duration WORTH = Duration.ofDays(1);

    private final PushTable table;
    private final HouseKeys keys;
    private final PushServices services;
    private final Ids ids;
    private final Clock clock;

    Push(PushTable table, HouseKeys keys, PushServices services, Ids ids, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.services = services;
        this.ids = ids;
        this.clock = clock;
    }

    /** What browsers ask for to know this house by, in base64url. */
    public String publicKey() {
        return keys.publicKey();
    }

    /**
     * Tells this browser of a topic from now on, such as {@code order:7}.
     *
     * @throws IllegalArgumentException when its address is not that of a push service we know
     */
    @Transactional
    public void subscribe(Subscription browser, String topic, String language) {
        services.check(browser.endpoint());
        table.subscribe(ids.next(), browser, topic, language, clock.instant());
    }

    /**
     * A push service gave a browser another address: what was wished there goes on here, and what waits goes there. The old
     * address, which nobody can guess, proves who asks. False when it is not known.
     *
     * @throws IllegalArgumentException when the new address is not that of a push service we know
     */
    public boolean move(String from, Subscription browser) {
        services.check(browser.endpoint());
        return table.move(from, browser);
    }

    /** Whoever knows the address of a browser may let it rest. */
    public void unsubscribe(String endpoint, String topic) {
        table.unsubscribe(endpoint, topic);
    }

    /** Who wants to hear of any of these topics. One query. */
    public List<Subscriber> interested(Collection<String> topics) {
        return topics.isEmpty() ? List.of() : table.interested(topics);
    }

    /** Puts a message into the outbox, in the caller's transaction. False when one of this key was written to it before. */
    @CanIgnoreReturnValue
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean write(Subscriber to, Notice notice) {
        var payload = Json.write(Map.of(
                "title", notice.title(), "body", notice.body(), "href", notice.href(), "tag", notice.tag()));
        var now = clock.instant();
        return table.insert(ids.next(), notice.key(), to.id(), payload, now, now.plus(WORTH));
    }
}

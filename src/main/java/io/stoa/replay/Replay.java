package io.stoa.replay;

import io.stoa.events.EventLog;
import io.stoa.events.Tail;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Replays the demo's real orders through the doors, from when the shop is ready until the process stops, and tells what its
 * buyers know. With {@code stoa.demo.replay=false} it rests for good. Thread-safe.
 */
@Component
@ConditionalOnProperty(name = "stoa.demo", havingValue = "true")
public class Replay implements SmartLifecycle {

    /** The speeds to choose from, in orders per second; 0 rests. */
    public static final List<Integer> SPEEDS = List.of(0, 1, 5, 20, 100);

    private static final Standing NOT_YET =
            new Standing(0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

    private final Environment environment;
    private final Tail tail;
    private final EventLog log;
    private final boolean replays;
    private final Pace pace;
    private volatile @Nullable Run run;
    private volatile boolean running;

    Replay(
            Environment environment,
            Tail tail,
            EventLog log,
            @Value("${stoa.demo.replay:true}") boolean replays,
            @Value("${stoa.demo.speed:1}") int speed) {
        this.environment = environment;
        this.tail = tail;
        this.log = log;
        this.replays = replays;
        this.pace = new Pace(allowed(speed));
    }

    /**
     * Changes the speed at once.
     *
     * @throws IllegalArgumentException unless it is one of {@link #SPEEDS}
     */
    public void setSpeed(int ordersPerSecond) {
        pace.set(allowed(ordersPerSecond));
    }

    public Standing standing() {
        var now = run;
        return now == null ? NOT_YET : now.standing(pace.perSecond());
    }

    /** Says that goods came in by other hands, before they can be promised. */
    public void noteReceived(Sku sku, int pieces) {
        var now = run;
        if (now != null) {
            now.ledger().putIn(sku, pieces);
        }
    }

    /** The newest orders that were acknowledged to buyers of the replay. */
    public List<OrderId> acknowledged() {
        var now = run;
        return now == null ? List.of() : now.ledger().acknowledged();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var port = environment.getProperty("local.server.port");
        if (running && replays && port != null) {
            var begun = new Run(URI.create("http://127.0.0.1:" + port), pace, tail, log);
            run = begun;
            begun.start();
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        var now = run;
        if (now != null) {
            now.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static int allowed(int speed) {
        if (!Set.copyOf(SPEEDS).contains(speed)) {
            throw new IllegalArgumentException("The replay's speed is one of " + SPEEDS);
        }
        return speed;
    }
}

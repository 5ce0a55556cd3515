package io.stoa.drawer;

import io.stoa.drawer.DrawerOutcome.ClosedAlready;
import io.stoa.drawer.DrawerOutcome.Done;
import io.stoa.drawer.DrawerOutcome.ReasonMissing;
import io.stoa.events.EventLog;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns a count into a Z report, in the caller's transaction, with the till locked. */
@Component
class Closing {

    private static final int REASON_MAX = 200;

    private final DrawerTable drawers;
    private final Reports reports;
    private final EventLog log;
    private final Clock clock;
    private final long offByMax;

    /** {@code offByMax}: how far a count may be off without a word, in the smallest unit of the currency. */
    Closing(
            DrawerTable drawers,
            Reports reports,
            EventLog log,
            Clock clock,
            @Value("${stoa.drawer.off-by-max:100}") long offByMax) {
        this.drawers = drawers;
        this.reports = reports;
        this.log = log;
        this.clock = clock;
        this.offByMax = offByMax;
    }

    DrawerOutcome close(Drawer drawer, Count count, @Nullable String said, Touchpoint touchpoint) {
        var before = drawer.closing();
        if (before != null) {
            return before.count().equals(count)
                    ? new Done(drawers.report(drawer.id()).orElseThrow(), true)
                    : new ClosedAlready(drawer);
        }
        var reason = reason(said);
        var now = clock.instant();
        var open = reports.of(drawer, now);
        var overShort = count.total(drawer.opening().currency()).minus(open.expected());
        if (reason == null && Math.abs(overShort.minor()) > offByMax) {
            return new ReasonMissing(open.expected(), overShort);
        }
        int z = drawers.nextZ(drawer.till());
        var closing = new Drawer.Closing(z, touchpoint.actor().toString(), now, count, reason);
        var report = reports.of(drawer.closed(closing), now);
        drawers.close(report);
        log.append(DrawerChanged.closed(report, z, overShort, touchpoint));
        return new Done(report, false);
    }

    private static @Nullable String reason(@Nullable String said) {
        var text = Objects.requireNonNullElse(said, "").strip();
        if (text.length() > REASON_MAX) {
            throw new IllegalArgumentException("A reason has at most 200 characters");
        }
        return text.isEmpty() ? null : text;
    }
}

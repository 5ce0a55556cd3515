package io.stoa.drawer;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * Payload of every event of this module: which drawer of which till, how much moved in the smallest unit of the currency (at
 * the end: how much was expected), and at the end the number of the Z report and how far the count was off. Reasons are not
 * told: people write into them. Key {@code drawer:ID}.
 */
public record DrawerChanged(
        DrawerId drawer,
        LocationId location,
        String till,
        @Nullable CashKind kind,
        long amount,
        String currency,
        @Nullable Integer z,
        @Nullable Long overShort) {

    public static final String OPENED = "drawer.opened";
    public static final String MOVED = "drawer.moved";
    public static final String CLOSED = "drawer.closed";

    static NewEvent opened(Drawer drawer, Touchpoint touchpoint) {
        return event(OPENED, drawer, of(drawer, null, drawer.opening(), null, null), touchpoint);
    }

    static NewEvent moved(Drawer drawer, CashKind kind, Money amount, Touchpoint touchpoint) {
        return event(MOVED, drawer, of(drawer, kind, amount, null, null), touchpoint);
    }

    static NewEvent closed(DrawerReport report, int z, Money overShort, Touchpoint touchpoint) {
        return event(
                CLOSED,
                report.drawer(),
                of(report.drawer(), null, report.expected(), z, overShort.minor()),
                touchpoint);
    }

    private static DrawerChanged of(
            Drawer drawer, @Nullable CashKind kind, Money amount, @Nullable Integer z, @Nullable Long overShort) {
        var till = drawer.till();
        return new DrawerChanged(
                drawer.id(),
                till.location(),
                till.name(),
                kind,
                amount.minor(),
                amount.currency().getCurrencyCode(),
                z,
                overShort);
    }

    private static NewEvent event(String type, Drawer drawer, DrawerChanged payload, Touchpoint touchpoint) {
        return NewEvent.of(type, "drawer:" + drawer.id(), drawer.version(), touchpoint, payload);
    }
}

package io.stoa.pricing.promotions;

import io.stoa.pricing.Fate;
import io.stoa.shared.Channel;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a promotion holds: at these doors, in these location groups (none named: everywhere), from a moment (or ever)
 * until another (excluded, or for ever).
 */
public record Reach(
        Set<Channel> doors,
        Set<String> groups,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final Reach EVERYWHERE = new Reach(Set.of(), Set.of(), null, null);

    public Reach {
        doors = Set.copyOf(doors);
        groups = Set.copyOf(groups);
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("A promotion ends after it begins");
        }
    }

    /** Whether it holds, or why not. A door that nobody names is one of those that have no promotions of their own. */
    Fate fate(@Nullable Channel door, String group, Instant now) {
        if (!doors.isEmpty() && (door == null || !doors.contains(door))) {
            return Fate.OTHER_DOOR;
        }
        if (!groups.isEmpty() && !groups.contains(group)) {
            return Fate.OTHER_GROUP;
        }
        if (from != null && now.isBefore(from)) {
            return Fate.NOT_YET;
        }
        return until == null || now.isBefore(until) ? Fate.APPLIES : Fate.OVER;
    }
}

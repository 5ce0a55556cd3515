package io.stoa.access;

import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, through which channel and from where. Controllers take it as an argument; it is never null, a stranger is a
 * guest without roles.
 */
public record Caller(
        Actor actor,
        Set<Role> roles,
        @Nullable CustomerId customer,
        Channel channel,
        @Nullable LocationId location) {

    /** The location at which a member of the staff works now, kept in the session by the page that asked for it. */
    public static final String LOCATION_ATTRIBUTE = "stoa.location";

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller guest(Channel channel) {
        return new Caller(Actor.GUEST, Set.of(), null, channel, null);
    }

    public Touchpoint touchpoint() {
        return new Touchpoint(channel, location, actor);
    }

    /** Whether a member of the staff or a machine with a token calls, and no customer and no guest. */
    public boolean staff() {
        return !roles.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}

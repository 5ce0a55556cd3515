package io.stoa.access;

import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
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
        @Nullable LocationId location,
        @Nullable String device) {

    /** The location at which a member of the staff works now, kept in the session by the page that asked for it. */
    public static final String LOCATION_ATTRIBUTE = "stoa.location";

    /** The cookie in which a browser keeps which till it is, see {@link #deviceCookie}. */
    public static final String DEVICE_COOKIE = "stoa-till";

    private static final Pattern DEVICE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,39}");

    public Caller {
        roles = Set.copyOf(roles);
    }

    public static Caller guest(Channel channel) {
        return new Caller(Actor.GUEST, Set.of(), null, channel, null, null);
    }

    public Touchpoint touchpoint() {
        return new Touchpoint(channel, location, actor, device);
    }

    /** Whether that may be the name of a till: 1 to 40 letters, digits, blanks, dots, dashes. */
    public static boolean isDevice(String name) {
        return DEVICE.matcher(name).matches();
    }

    /** The value of the cookie: a till is one of its store, so the name says nothing where another store is chosen. */
    public static String deviceCookie(LocationId location, String device) {
        return URLEncoder.encode(location + "/" + device, StandardCharsets.UTF_8);
    }

    /** Whether a member of the staff or a machine with a token calls, and no customer and no guest. */
    public boolean staff() {
        return !roles.isEmpty();
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}

package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new token shall be for.
 *
 * @param name short and stable: it is the actor in the log; 1 to 100 characters
 * @param channels through which it may act; the first one when it does not say
 * @param location the only place from which it may act, or null for every place
 */
public record NewToken(
        String name,
        Set<Role> roles,
        List<Channel> channels,
        @Nullable LocationId location) {

    private static final int NAME_MAX = 100;

    public NewToken {
        roles = Set.copyOf(roles);
        channels = List.copyOf(channels);
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A token's name has 1 to 100 characters");
        }
        if (roles.isEmpty() || channels.isEmpty()) {
            throw new IllegalArgumentException("A token has at least one role and one channel");
        }
    }
}

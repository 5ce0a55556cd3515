package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A token that was issued; what opens the door is not in here. */
public record Token(
        long id,
        String name,
        Set<Role> roles,
        List<Channel> channels,
        @Nullable LocationId location,
        Instant createdAt,
        @Nullable Instant revokedAt) {}

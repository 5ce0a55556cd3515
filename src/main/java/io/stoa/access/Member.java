package io.stoa.access;

import io.stoa.page.Named;
import io.stoa.shared.Actor;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who signed in with a password: a member of the staff with roles, or a customer. */
public record Member(
        Actor actor,
        String displayName,
        Set<Role> roles,
        @Nullable CustomerId customer,
        @Nullable LocationId home) implements Named {

    public Member {
        roles = Set.copyOf(roles);
    }
}

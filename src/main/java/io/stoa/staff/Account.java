package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.LocationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of the staff: what they may do, where they usually work, and whether they may sign in at all. */
public record Account(
        Login login, String name, Set<Role> roles, @Nullable LocationId home, boolean open) {

    private static final int NAME_MAX = 200;

    public Account {
        roles = Set.copyOf(roles);
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A name has 1 to 200 characters");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("An account has at least one role");
        }
    }

    /** The same, open or closed. */
    public Account withOpen(boolean other) {
        return new Account(login, name, roles, home, other);
    }
}

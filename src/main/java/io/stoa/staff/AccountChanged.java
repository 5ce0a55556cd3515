package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.LocationId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account was opened, changed, closed or opened again. Before is null of a new one; a name is never told, only that it is another. */
public record AccountChanged(
        Login login, @Nullable State before, State after, boolean renamed) {

    public static final String OPENED = "staff.account_opened";
    public static final String CHANGED = "staff.account_changed";
    public static final String CLOSED = "staff.account_closed";
    public static final String REOPENED = "staff.account_reopened";

    /** What an account may do, where, and whether at all. */
    public record State(Set<Role> roles, @Nullable LocationId home, boolean open) {
        static State of(Account account) {
            return new State(account.roles(), account.home(), account.open());
        }
    }

    static AccountChanged of(@Nullable Account before, Account after) {
        return new AccountChanged(
                after.login(),
                before == null ? null : State.of(before),
                State.of(after),
                before != null && !before.name().equals(after.name()));
    }

    String type() {
        if (before == null) {
            return OPENED;
        }
        return before.open() == after.open() ? CHANGED : after.open() ? REOPENED : CLOSED;
    }
}

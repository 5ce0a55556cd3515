package io.stoa.register.approval;

import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.staff.Staff;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who says yes to what an associate may not do alone: a manager at the till, or one who signs beside the associate. */
@Component
public class Approvals {

    private static final Set<Role> APPROVERS = Set.of(Role.MANAGER, Role.ADMIN);

    private final Staff staff;

    Approvals(Staff staff) {
        this.staff = staff;
    }

    /** The caller's own name, where that is enough. */
    public Optional<String> own(Caller caller) {
        return Optional.of(caller).filter(one -> mayApprove(one.roles())).map(one -> one.actor().id());
    }

    /** The name of a manager who signs. Wrong names and passwords are slowed down where they are checked, as at the door. */
    public Optional<String> signed(@Nullable String manager, String password) {
        return manager == null || manager.isBlank()
                ? Optional.empty()
                : staff.signIn(manager, password)
                        .filter(account -> account.open() && mayApprove(account.roles()))
                        .map(account -> account.login().value());
    }

    private static boolean mayApprove(Set<Role> roles) {
        return roles.stream().anyMatch(APPROVERS::contains);
    }
}

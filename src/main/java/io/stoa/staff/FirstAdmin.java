package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.secrets.Password;
import io.stoa.secrets.Secrets;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Opens the account {@code admin} when there is none at all. Its password is {@code stoa.admin-password}; when that is not
 * set one is made up and shown once on the terminal, past the log, which is kept longer than a password should be. A command
 * that only looks needs none.
 */
@Component
@ConditionalOnProperty(name = "stoa.demo", havingValue = "false", matchIfMissing = true)
class FirstAdmin {

    private static final int MADE_UP_CHARACTERS = 16;

    private final Staff staff;
    private final String wanted;
    private final boolean needed;

    FirstAdmin(
            Staff staff,
            @Value("${stoa.admin-password:}") String wanted,
            @Value("${stoa.first-admin:true}") boolean needed) {
        this.staff = staff;
        this.wanted = wanted;
        this.needed = needed;
    }

    @EventListener(ApplicationStartedEvent.class)
    void open() {
        if (!needed || !staff.isEmpty()) {
            return;
        }
        var password = wanted.isEmpty() ? Secrets.random(MADE_UP_CHARACTERS) : wanted;
        staff.save(
                new Account(new Login("admin"), "Administrator", Set.of(Role.ADMIN), null, true),
                new Password(password));
        if (wanted.isEmpty()) {
            System.out.println("First sign-in: admin, password " + password + " (shown only now)");
        }
    }
}

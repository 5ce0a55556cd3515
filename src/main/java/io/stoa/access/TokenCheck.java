package io.stoa.access;

import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the tokens of machines; implemented by the module that keeps them. */
public interface TokenCheck {

    /** Whose token this is, or empty when there is none such, or no longer. Asked on every call, so it answers from memory. */
    Optional<Client> check(String token);

    /**
     * A machine with a token.
     *
     * @param channels through which it may act; the first one when it does not say
     * @param location the only place from which it may act, or null for every place
     */
    record Client(
            String name,
            Set<Role> roles,
            List<Channel> channels,
            @Nullable LocationId location) {
        public Client {
            roles = Set.copyOf(roles);
            channels = List.copyOf(channels);
            if (channels.isEmpty() || roles.isEmpty()) {
                throw new IllegalArgumentException("A client has a channel and a role");
            }
        }
    }
}

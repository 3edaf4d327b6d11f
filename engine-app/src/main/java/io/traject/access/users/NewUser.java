package io.traject.access.users;

import io.traject.access.Role;
import io.traject.kernel.EmailAddress;
import java.util.Optional;
import java.util.UUID;

/**
 * A user to be made.
 *
 * @param organisation the municipality; empty only for {@link Role#INSTALLATION_ADMINISTRATOR}
 */
public record NewUser(
        Username username, String displayName, Optional<EmailAddress> email, Optional<UUID> organisation, Role role) {

    public NewUser {
        if (organisation.isEmpty() != (role == Role.INSTALLATION_ADMINISTRATOR)) {
            throw new IllegalArgumentException("%s of organisation %s".formatted(role, organisation));
        }
    }
}

package io.traject.access.users;

import io.traject.access.StandardRole;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import java.util.Optional;
import java.util.UUID;

/**
 * A user to be made.
 *
 * @param organisation the municipality; empty only for {@link StandardRole#INSTALLATION_ADMINISTRATOR}
 * @param language of pages and mails; empty for the installation's
 */
public record NewUser(
        Username username,
        String displayName,
        Optional<EmailAddress> email,
        Optional<UUID> organisation,
        StandardRole role,
        Optional<Language> language) {

    public NewUser {
        if (organisation.isEmpty() != (role == StandardRole.INSTALLATION_ADMINISTRATOR)) {
            throw new IllegalArgumentException("%s of organisation %s".formatted(role, organisation));
        }
    }

    public NewUser(
            Username username,
            String displayName,
            Optional<EmailAddress> email,
            Optional<UUID> organisation,
            StandardRole role) {
        this(username, displayName, email, organisation, role, Optional.empty());
    }
}

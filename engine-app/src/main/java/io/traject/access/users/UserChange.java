package io.traject.access.users;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How an administrator wants a user to be.
 *
 * @param version of the user that the change started from
 * @param language empty for the installation's (A1)
 */
public record UserChange(
        long version,
        String displayName,
        Optional<EmailAddress> email,
        Optional<Language> language,
        UUID role,
        Set<UUID> groups) {

    public UserChange {
        groups = Set.copyOf(groups);
    }
}

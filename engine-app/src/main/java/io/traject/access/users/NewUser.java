package io.traject.access.users;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user to be made.
 *
 * @param organisation empty for an administrator of the installation
 * @param role what the user may do; of the same organisation
 * @param groups where the user may do it; of the same organisation
 * @param language of pages and mails; empty for the installation's
 */
public record NewUser(
        Username username,
        String displayName,
        Optional<EmailAddress> email,
        Optional<UUID> organisation,
        UUID role,
        Set<UUID> groups,
        Optional<Language> language) {

    public NewUser {
        groups = Set.copyOf(groups);
    }
}

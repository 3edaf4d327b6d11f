package io.traject.access;

import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Who a user is, for the other rooms: to name someone in a history, to write someone a mail. */
public interface UserDirectory {

    /** Also of a user who is no longer active; empty when there never was one. */
    Optional<Entry> find(UUID userId);

    /** The organisations that have at least one active user with this permission. */
    Set<UUID> organisationsWith(Permission permission);

    /** The active users who have this permission somewhere in the organisation; always in the same order. */
    List<UUID> activeWith(Permission permission, UUID organisation);

    /**
     * Whether anybody does the work of a shipped role there: an active user who has that role, or one that the organisation
     * made itself with this permission. Administrators, who may everything, don't count.
     */
    boolean anyoneWorksAs(StandardRole role, Permission work, UUID organisation);

    /**
     * A user as others see one.
     *
     * @param organisation empty for an administrator of the installation
     * @param language of pages
     * @param chosenLanguage the same, where one was chosen for or by this user
     */
    record Entry(
            UUID id,
            String displayName,
            Optional<EmailAddress> email,
            Optional<UUID> organisation,
            Language language,
            Optional<Language> chosenLanguage) {}
}

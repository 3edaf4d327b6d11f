package io.traject.access;

import io.traject.kernel.Language;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is acting: a signed-in user, an API account, the system itself, or a resident with an invitation.
 *
 * @param id of the user or API account
 * @param username as signed in
 * @param displayName as shown on pages and in histories
 * @param kind of account, if any
 * @param organisation it belongs to, the root of a tree; empty for an administrator of the installation
 * @param permissions what it may do
 * @param reach for which parts of the organisation
 * @param language in which it reads
 */
public record Actor(
        UUID id,
        String username,
        String displayName,
        Kind kind,
        Optional<UUID> organisation,
        Set<Permission> permissions,
        Reach reach,
        Language language) {

    /** What kind of account acts. */
    public enum Kind {
        USER,
        API_ACCOUNT,
        SYSTEM,
        /** Somebody without an account, who has the link of an invitation. */
        RESIDENT
    }

    public Actor {
        permissions = Set.copyOf(permissions);
    }
}

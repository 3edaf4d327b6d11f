package io.traject.access;

import io.traject.access.UserTraits.Traits;
import java.util.Optional;
import java.util.UUID;

/**
 * A user of an organisation was added, or something of the user's name, address, language, rights or admission changed.
 * Announced in the transaction of the change, on the thread of who did it, or of the user, who may not be signed in.
 *
 * @param before empty for one that was added
 */
public record UserChanged(UUID user, UUID organisation, Optional<Traits> before, Traits after) {}

package io.traject.access;

import io.traject.kernel.Language;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What other rooms may know of the users of organisations beside their names. */
public interface UserTraits {

    /** Of those that there are, also of who may no longer sign in. */
    Map<UUID, Traits> of(Collection<UUID> users);

    /** The roles of an organisation, the shipped ones first. */
    List<NamedRole> roles(UUID organisation, Language language);

    /** @param language chosen for or by the user; @param active whether the user may sign in */
    record Traits(UUID role, Optional<Language> language, boolean hasEmail, boolean active) {}

    /** A role as its organisation, or for a shipped one the product, calls it. */
    record NamedRole(UUID id, String name) {}
}

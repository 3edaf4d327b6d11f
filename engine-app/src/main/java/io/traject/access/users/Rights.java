package io.traject.access.users;

import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a user may do, and where. */
record Rights(Role role, Set<UserGroup> groups) {

    Rights {
        groups = Set.copyOf(groups);
    }

    boolean areOf(Optional<UUID> organisation) {
        return role.organisation().equals(organisation)
                && groups.stream()
                        .allMatch(group -> Optional.of(group.organisation()).equals(organisation));
    }
}

package io.traject.access.users;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.UserDirectory;
import io.traject.kernel.Languages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class StoredUserDirectory implements UserDirectory {

    private final UserAccounts users;
    private final Languages languages;

    StoredUserDirectory(UserAccounts users, Languages languages) {
        this.users = users;
        this.languages = languages;
    }

    @Override
    public Optional<Entry> find(UUID userId) {
        return users.findById(userId)
                .map(user -> new Entry(
                        user.id(),
                        user.displayName(),
                        user.email(),
                        user.organisation(),
                        languages.orStandard(user.language()),
                        user.language()));
    }

    @Override
    public boolean anyoneWorksAs(StandardRole role, Permission work, UUID organisation) {
        return users.anyActiveAs(role, work, organisation);
    }

    @Override
    public Set<UUID> organisationsWith(Permission permission) {
        return users.organisationsOfActive(permission, StoredRightsHolders.holding(permission));
    }

    @Override
    public List<UUID> activeWith(Permission permission, UUID organisation) {
        return users.activeWith(organisation, permission, StoredRightsHolders.holding(permission));
    }
}

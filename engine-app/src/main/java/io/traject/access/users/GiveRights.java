package io.traject.access.users;

import io.traject.access.Actor;
import io.traject.access.rights.Role;
import io.traject.access.rights.Roles;
import io.traject.access.rights.UserGroup;
import io.traject.access.rights.UserGroups;
import io.traject.kernel.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What an administrator may give to a user: nothing of another organisation, and no more than the administrator has. */
@Component
class GiveRights {

    private final Roles roles;
    private final UserGroups groups;

    GiveRights(Roles roles, UserGroups groups) {
        this.roles = roles;
        this.groups = groups;
    }

    /**
     * Refused with {@code role-unknown}, {@code role-beyond-own}, {@code group-unknown} or {@code whole-for-employer}.
     *
     * @param organisation of the user
     */
    Outcome<Rights> check(Actor actor, Optional<UUID> organisation, UUID roleId, Set<UUID> groupIds) {
        Optional<Role> role =
                roles.findById(roleId).filter(found -> found.organisation().equals(organisation));
        if (role.isEmpty()) {
            return Outcome.refused("role-unknown");
        }
        if (!role.get().mayBeGivenBy(actor)) {
            return Outcome.refused("role-beyond-own");
        }
        Optional<Rights> rights = found(role.get(), groupIds).filter(found -> found.areOf(organisation));
        if (rights.isEmpty()) {
            return Outcome.refused("group-unknown");
        }
        if (role.get().employerSide() && rights.get().groups().stream().anyMatch(UserGroup::reachesWhole)) {
            return Outcome.refused("whole-for-employer");
        }
        return Outcome.done(rights.get());
    }

    private Optional<Rights> found(Role role, Set<UUID> groupIds) {
        Set<UserGroup> found = new HashSet<>(groups.findByIdIn(groupIds));
        return found.size() == groupIds.size() ? Optional.of(new Rights(role, found)) : Optional.empty();
    }
}

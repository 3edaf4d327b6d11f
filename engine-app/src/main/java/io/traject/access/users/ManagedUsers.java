package io.traject.access.users;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The users that the actor manages: those of the own organisation, or all for an administrator of the installation. */
@Component
public class ManagedUsers {

    private final UserAccounts users;
    private final Authorization authorization;

    ManagedUsers(UserAccounts users, Authorization authorization) {
        this.users = users;
        this.authorization = authorization;
    }

    /**
     * Which users to find.
     *
     * @param text part of the name or the username; empty for all
     * @param organisation only asked by an administrator of the installation
     */
    public record Search(
            String text,
            Optional<UUID> organisation,
            Optional<UUID> role,
            Optional<UUID> group,
            Optional<Boolean> active) {}

    /** A user in a list. */
    public record Listed(
            UUID id,
            String username,
            String displayName,
            Role role,
            List<UserGroup> groups,
            Optional<UUID> organisation,
            boolean active) {

        static Listed of(UserAccount user) {
            return new Listed(
                    user.id(),
                    user.username(),
                    user.displayName(),
                    user.role(),
                    List.copyOf(user.groups()),
                    user.organisation(),
                    user.active());
        }
    }

    @Transactional(readOnly = true)
    public Page<Listed> search(Search search, Pageable page) {
        Optional<UUID> organisation = authorization.mayForInstallation(Permission.ADMINISTRATION)
                ? search.organisation()
                : Optional.of(authorization.organisation(Permission.ADMINISTRATION));
        return users.search(
                        organisation.orElse(null),
                        search.text().strip().toLowerCase(Locale.ROOT),
                        search.role().orElse(null),
                        search.group().orElse(null),
                        search.active().orElse(null),
                        page)
                .map(Listed::of);
    }

    /** @throws NotFoundException also for one that the actor doesn't manage */
    @Transactional(readOnly = true)
    public UserAccount get(UUID id) {
        authorization.require(Permission.ADMINISTRATION);
        return users.findById(id)
                .filter(user -> manages(authorization, user.organisation()))
                .orElseThrow(NotFoundException::new);
    }

    /** How many have each role of an organisation that the caller has been let into, by the role's id. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> countByRole(UUID organisation) {
        return counts(users.countByRole(organisation));
    }

    /** How many are in each group of an organisation that the caller has been let into, by the group's id. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> countByGroup(UUID organisation) {
        return counts(users.countByGroup(organisation));
    }

    private static Map<UUID, Long> counts(List<Object[]> rows) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(row -> (UUID) row[0], row -> (Long) row[1]));
    }

    /** Who reaches only parts of an organisation administers nobody: users, roles and groups are the organisation's. */
    static boolean manages(Authorization authorization, Optional<UUID> organisation) {
        return authorization.mayForInstallation(Permission.ADMINISTRATION)
                || (authorization.mayForOrganisation(Permission.ADMINISTRATION)
                        && authorization.actor().organisation().equals(organisation));
    }
}

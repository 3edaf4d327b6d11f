package io.traject.access.users;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.rights.RightsHolders;
import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts after the change and undoes it when nobody is left. Changes of one organisation wait for each other, or two
 * administrators could take each other's rights at the same moment.
 */
@Component
class StoredRightsHolders implements RightsHolders {

    private final UserAccounts users;
    private final EntityManager entities;
    private final JdbcClient database;

    StoredRightsHolders(UserAccounts users, EntityManager entities, JdbcClient database) {
        this.users = users;
        this.entities = entities;
        this.database = database;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepAdministrator(Optional<UUID> organisation, Runnable change) {
        database.sql("""
                        select id from access_role
                        where organisation_id is not distinct from ? and standard in ('ADMINISTRATOR', 'INSTALLATION_ADMINISTRATOR')
                        for update
                        """).param(organisation.orElse(null)).query(UUID.class).list();
        boolean someone = someoneAdministers(organisation);
        change.run();
        entities.flush();
        if (someone && !someoneAdministers(organisation)) {
            throw new RefusedException(Refusal.of("administrator-last"));
        }
    }

    @Override
    public boolean have(Role role) {
        return users.existsByRoleId(role.id());
    }

    @Override
    public boolean areIn(UserGroup group) {
        return users.existsByGroupsId(group.id())
                || database.sql("select exists (select from access_api_account_group where group_id = ?)")
                        .param(group.id())
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public boolean ofEmployersAreIn(UserGroup group) {
        return users.existsByRoleEmployerSideTrueAndGroupsId(group.id());
    }

    private boolean someoneAdministers(Optional<UUID> organisation) {
        return organisation.isPresent()
                ? users.countActive(organisation.get(), Permission.ADMINISTRATION, holding(Permission.ADMINISTRATION))
                        > 0
                : users.existsByActiveTrueAndOrganisationIsNull();
    }

    /** The shipped roles that have the permission. */
    static List<StandardRole> holding(Permission permission) {
        return Arrays.stream(StandardRole.values())
                .filter(role -> role.permissions().contains(permission))
                .toList();
    }
}

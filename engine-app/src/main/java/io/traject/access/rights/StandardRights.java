package io.traject.access.rights;

import io.traject.access.OrganisationAccess;
import io.traject.access.Organisations;
import io.traject.access.StandardRole;
import io.traject.kernel.Ids;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The roles and the group that every organisation has; organisations that an older version left without get them at start. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StandardRights implements OrganisationAccess, ApplicationRunner {

    private final Roles roles;
    private final UserGroups groups;
    private final Organisations organisations;
    private final JdbcClient database;

    StandardRights(Roles roles, UserGroups groups, Organisations organisations, JdbcClient database) {
        this.roles = roles;
        this.groups = groups;
        this.organisations = organisations;
        this.database = database;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        organisations.all().forEach(organisation -> prepare(organisation.id()));
    }

    @Override
    @Transactional
    public void prepare(UUID organisation) {
        Arrays.stream(StandardRole.values())
                .filter(role -> role != StandardRole.INSTALLATION_ADMINISTRATOR)
                .forEach(role -> addRole(organisation, role));
        addWhole(organisation);
    }

    /** @param organisation empty for the installation */
    @Transactional(readOnly = true)
    public Role role(Optional<UUID> organisation, StandardRole standard) {
        return organisation
                .flatMap(id -> roles.findByOrganisationAndStandard(id, standard))
                .or(() -> organisation.isEmpty() ? roles.findByOrganisationIsNull() : Optional.empty())
                .orElseThrow();
    }

    @Transactional(readOnly = true)
    public UserGroup whole(UUID organisation) {
        return groups.findByOrganisationAndStandardTrue(organisation).orElseThrow();
    }

    private void addRole(UUID organisation, StandardRole role) {
        database.sql("""
                        insert into access_role (id, version, organisation_id, standard, employer_side, edited)
                        values (?, 0, ?, ?, ?, false)
                        on conflict do nothing
                        """)
                .params(Ids.next(), organisation, role.name(), role.employerSide())
                .update();
    }

    private void addWhole(UUID organisation) {
        database.sql("""
                        with added as (
                            insert into access_group (id, version, organisation_id, standard) values (?, 0, ?, true)
                            on conflict do nothing
                            returning id, organisation_id)
                        insert into access_group_part (group_id, node_id, with_below)
                        select id, organisation_id, true from added
                        """).params(Ids.next(), organisation).update();
    }
}

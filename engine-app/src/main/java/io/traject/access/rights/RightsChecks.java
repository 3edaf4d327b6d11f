package io.traject.access.rights;

import io.traject.access.OrganisationSetUpCheck;
import io.traject.access.Permission;
import io.traject.kernel.SetUpCheck.Finding;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is made in vain, or lets somebody in who can do nothing: roles, groups and users that do not belong together. */
@Configuration
class RightsChecks {

    private static final int MOST_NAMED = 5;

    private final JdbcClient database;

    RightsChecks(JdbcClient database) {
        this.database = database;
    }

    private record Check(String titleKey, Function<UUID, Finding> looking) implements OrganisationSetUpCheck {

        @Override
        public Permission mendedWith() {
            return Permission.ADMINISTRATION;
        }

        @Override
        public Optional<Finding> look(UUID organisation) {
            return Optional.of(looking.apply(organisation));
        }
    }

    @Bean
    @Order(70)
    OrganisationSetUpCheck usersWithoutRights() {
        return new Check(
                "access.check.users", organisation -> found("access.check.users", "/admin/users", organisation, """
                select u.display_name from access_user u join access_role r on r.id = u.role_id
                where u.organisation_id = ? and u.active and (
                    not exists (select from access_user_group g join access_group_part p on p.group_id = g.group_id
                        where g.user_id = u.id)
                    or (r.standard is null or r.edited)
                        and not exists (select from access_role_permission held where held.role_id = r.id))
                order by lower(u.display_name)"""));
    }

    /** The shipped ones may wait for somebody. */
    @Bean
    @Order(71)
    OrganisationSetUpCheck rolesWithoutUsers() {
        return new Check(
                "access.check.roles", organisation -> found("access.check.roles", "/admin/roles", organisation, """
                select r.name from access_role r
                where r.organisation_id = ? and r.name is not null
                    and not exists (select from access_user u where u.role_id = r.id and u.active)
                order by lower(r.name)"""));
    }

    @Bean
    @Order(72)
    OrganisationSetUpCheck groupsWithoutUsersOrParts() {
        return new Check(
                "access.check.groups",
                organisation -> found("access.check.groups", "/admin/groups", organisation, """
                select g.name from access_group g
                where g.organisation_id = ? and not g.standard and (
                    not exists (select from access_group_part p where p.group_id = g.id)
                    or not exists (select from access_user_group m join access_user u on u.id = m.user_id and u.active
                        where m.group_id = g.id)
                    and not exists (select from access_api_account_group m join access_api_account a
                        on a.id = m.api_account_id and a.active where m.group_id = g.id))
                order by lower(g.name)"""));
    }

    /** Which are wrong by name, the first of them. */
    private Finding found(String key, String page, UUID organisation, String query) {
        var names = database.sql(query + " limit " + (MOST_NAMED + 1))
                .param(organisation)
                .query(String.class)
                .list();
        if (names.isEmpty()) {
            return Finding.ok(key + ".ok");
        }
        String named = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)));
        return Finding.warning(key + ".wrong", names.size() > MOST_NAMED ? named + ", …" : named)
                .mendedAt(page);
    }
}

package io.traject.access.users;

import io.traject.access.Permission;
import io.traject.access.StandardRole;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All users. */
public interface UserAccounts extends Repository<UserAccount, UUID> {

    UserAccount save(UserAccount user);

    @EntityGraph(attributePaths = {"role.chosen", "groups.parts"})
    Optional<UserAccount> findById(UUID id);

    @EntityGraph(attributePaths = "role")
    List<UserAccount> findByIdIn(Collection<UUID> ids);

    /** With everything that {@link UserAccount#actor} needs: this one is asked with each request. */
    @EntityGraph(attributePaths = {"role.chosen", "groups.parts"})
    Optional<UserAccount> findByIdAndActiveTrue(UUID id);

    Optional<UserAccount> findByUsername(String username);

    Optional<UserAccount> findByUsernameAndActiveTrue(String username);

    boolean existsByActiveTrue();

    boolean existsByActiveTrueAndOrganisationIsNull();

    /**
     * @param organisation of which; null for all
     * @param text part of the name or the username, in lower case; empty for all
     * @param role null for any
     * @param group null for any
     * @param active null for either
     */
    @EntityGraph(attributePaths = "role")
    @Query("""
            select account from UserAccount account
            where (cast(:organisation as uuid) is null or account.organisation = :organisation)
              and (locate(:text, lower(account.displayName)) > 0 or locate(:text, account.username) > 0)
              and (cast(:role as uuid) is null or account.role.id = :role)
              and (cast(:group as uuid) is null or exists (select 1 from account.groups g where g.id = :group))
              and (cast(:active as boolean) is null or account.active = :active)
            """)
    Page<UserAccount> search(
            @Nullable UUID organisation,
            String text,
            @Nullable UUID role,
            @Nullable UUID group,
            @Nullable Boolean active,
            Pageable page);

    /** The organisations with an active user who has this permission. */
    @Query("""
            select distinct account.organisation from UserAccount account
            where account.active and account.organisation is not null
              and (account.role.standard in :standards and not account.role.edited
                   or :permission member of account.role.chosen)
            """)
    Set<UUID> organisationsOfActive(Permission permission, Collection<StandardRole> standards);

    /** Whether an active user of the organisation has the shipped role, or another that is not shipped with this permission. */
    @Query("""
            select count(account) > 0 from UserAccount account
            where account.active and account.organisation = :organisation
              and (account.role.standard = :role and not account.role.edited
                   or (account.role.standard is null or account.role.standard = :role)
                      and :permission member of account.role.chosen)
            """)
    boolean anyActiveAs(StandardRole role, Permission permission, UUID organisation);

    /** The active users of the organisation who have this permission, by username. */
    @Query("""
            select account.id from UserAccount account
            where account.active and account.organisation = :organisation
              and (account.role.standard in :standards and not account.role.edited
                   or :permission member of account.role.chosen)
            order by account.username
            """)
    List<UUID> activeWith(UUID organisation, Permission permission, Collection<StandardRole> standards);

    /** How many active users have this permission for the whole of their organisation. */
    @Query("""
            select count(distinct account.id) from UserAccount account join account.groups g join g.parts part
            where account.active and account.organisation = :organisation
              and part.node = :organisation and part.withBelow
              and (account.role.standard in :standards and not account.role.edited
                   or :permission member of account.role.chosen)
            """)
    long countActive(UUID organisation, Permission permission, Collection<StandardRole> standards);

    @Query(
            "select account.role.id, count(account) from UserAccount account where account.organisation = :organisation group by account.role.id")
    List<Object[]> countByRole(UUID organisation);

    @Query(
            "select g.id, count(account) from UserAccount account join account.groups g where account.organisation = :organisation group by g.id")
    List<Object[]> countByGroup(UUID organisation);

    boolean existsByRoleId(UUID role);

    boolean existsByGroupsId(UUID group);

    boolean existsByRoleEmployerSideTrueAndGroupsId(UUID group);
}

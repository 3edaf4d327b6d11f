package io.traject.access.users;

import io.traject.access.StandardRole;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All users. */
public interface UserAccounts extends Repository<UserAccount, UUID> {

    UserAccount save(UserAccount user);

    Optional<UserAccount> findById(UUID id);

    Optional<UserAccount> findByIdAndActiveTrue(UUID id);

    Optional<UserAccount> findByUsername(String username);

    Optional<UserAccount> findByUsernameAndActiveTrue(String username);

    boolean existsByActiveTrue();

    /**
     * @param everywhere also those of other organisations than this one
     * @param text part of the name or the username, in lower case; empty for all
     */
    @Query("""
            select account from UserAccount account
            where (:everywhere = true or account.organisation = :organisation)
              and (locate(:text, lower(account.displayName)) > 0 or locate(:text, account.username) > 0)
            """)
    Page<UserAccount> search(boolean everywhere, @Nullable UUID organisation, String text, Pageable page);

    @Query("""
            select distinct account.organisation from UserAccount account
            where account.active and account.organisation is not null and account.role in :roles
            """)
    Set<UUID> organisationsOfActive(Collection<StandardRole> roles);
}

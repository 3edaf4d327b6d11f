package io.traject.access.accounts;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All API accounts. */
public interface ApiAccounts extends Repository<ApiAccount, UUID> {

    ApiAccount save(ApiAccount account);

    /** With everything that {@link ApiAccount#actor} needs: this one is asked with each call. */
    @EntityGraph(attributePaths = {"permissions", "groups.parts"})
    Optional<ApiAccount> findById(UUID id);

    Optional<ApiAccount> findByUsername(String username);

    /** @param organisation null for those of the installation */
    @Query("select account from ApiAccount account where account.organisation is not distinct from :organisation")
    Page<ApiAccount> findOf(@Nullable UUID organisation, Pageable page);

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from ApiAccount account where account.username = :username and account.active")
    Optional<ApiAccount> lockActive(String username);
}

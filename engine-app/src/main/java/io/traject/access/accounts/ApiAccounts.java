package io.traject.access.accounts;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All API accounts. */
public interface ApiAccounts extends Repository<ApiAccount, UUID> {

    ApiAccount save(ApiAccount account);

    Optional<ApiAccount> findById(UUID id);

    Optional<ApiAccount> findByUsername(String username);

    List<ApiAccount> findByOrganisationOrderByUsername(UUID organisation);

    List<ApiAccount> findByOrganisationIsNullOrderByUsername();

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select account from ApiAccount account where account.username = :username and account.active")
    Optional<ApiAccount> lockActive(String username);
}

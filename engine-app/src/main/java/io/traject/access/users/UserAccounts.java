package io.traject.access.users;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All users. */
public interface UserAccounts extends Repository<UserAccount, UUID> {

    UserAccount save(UserAccount user);

    Optional<UserAccount> findById(UUID id);

    Optional<UserAccount> findByIdAndActiveTrue(UUID id);

    Optional<UserAccount> findByUsername(String username);

    Optional<UserAccount> findByUsernameAndActiveTrue(String username);

    boolean existsByActiveTrue();
}

package io.traject.access.factors;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The second factors of all users. */
interface SecondFactors extends Repository<SecondFactor, UUID> {

    SecondFactor save(SecondFactor factor);

    Optional<SecondFactor> findById(UUID userId);

    boolean existsByUserIdAndConfirmedAtIsNotNull(UUID userId);

    /** Of these users, those who have one. */
    @Query(
            "select factor.userId from SecondFactor factor where factor.userId in :users and factor.confirmedAt is not null")
    Set<UUID> usersOf(Collection<UUID> users);

    /** With the row locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select factor from SecondFactor factor where factor.userId = :userId")
    Optional<SecondFactor> lock(UUID userId);

    void delete(SecondFactor factor);
}

package io.traject.cases;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

/** All cases. */
interface Cases extends JpaRepository<Case, UUID> {

    /** Nobody changes it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_READ)
    Optional<Case> findAndShareById(UUID id);

    List<Case> findByEmployeeIdAndStateOrderByOpenedAtDescNumberDesc(UUID employee, CaseState state);
}
